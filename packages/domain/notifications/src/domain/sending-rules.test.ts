import { hosts } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { sendingRules, subscribableKinds } from "./index.ts";

describe("what is promised of a message", () => {
  it("is said for each kind that a student may subscribe to, on each host: at most once", () => {
    for (const kind of subscribableKinds)
      expect(hosts.map((host) => sendingRules[kind][host]?.promise)).toEqual(hosts.map(() => "atMostOnce"));
  });
  it("is for the welfare of students at least once, and through DingTalk only", () => {
    expect(Object.keys(sendingRules["care-alert"])).toEqual(["dd"]);
    expect(sendingRules["care-alert"].dd?.promise).toBe("atLeastOnce");
  });
  it("has a reason and an end everywhere", () => {
    for (const rule of Object.values(sendingRules).flatMap((channels) => Object.values(channels))) {
      expect(rule.why).toMatch(/\w+ \w+/);
      expect(rule.usefulMs).toBeGreaterThan(0);
    }
  });
});
