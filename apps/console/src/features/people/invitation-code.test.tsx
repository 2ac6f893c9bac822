import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { InvitationCode } from "./invitation-code.tsx";

const shown = (role: "operator" | "rider") =>
  renderToString(<InvitationCode role={role} code="AB12CD34EF" expiresAt={Date.now() + 86_400_000} />);

describe("an invitation code", () => {
  beforeEach(() => {
    vi.stubGlobal("window", { location: { origin: "https://campus.example" } });
    return () => vi.unstubAllGlobals();
  });

  it("says where it is redeemed: an operator's in the console, any other on a phone", () => {
    expect(shown("operator")).toContain("我有邀请码");
    expect(shown("operator")).toMatch(/https:\/\/campus\.example\/\S*join/);
    expect(shown("operator")).not.toContain("小程序");
    expect(shown("rider")).toContain("小程序“我的 → 输入邀请码”");
  });
});
