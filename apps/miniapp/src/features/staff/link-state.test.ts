import { describe, expect, it } from "vitest";
import { linkState } from "./link-state";

describe("how fresh a board is", () => {
  it("is told by the socket while the server answers", () => {
    expect(linkState("live", false)).toBe("live");
    expect(linkState("connecting", false)).toBe("connecting");
    expect(linkState("down", false)).toBe("polling");
  });

  it("is nothing to rely on once an answer did not come, whatever the socket says", () => {
    expect(linkState("live", true)).toBe("offline");
    expect(linkState("down", true)).toBe("offline");
  });
});
