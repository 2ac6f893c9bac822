import { describe, expect, it } from "vitest";
import { acceptedTemplates } from "./alipay-answer";

describe("Alipay's answer about consent", () => {
  it("counts what was accepted this time", () => {
    expect(acceptedTemplates({ a: "accept", b: "reject" }, ["a", "b"])).toEqual(["a"]);
  });
  it("reads the lists of older base libraries", () => {
    const result = { subscribedEntityIds: ["a", "b"], currentSubscribedEntityIds: ["b"] };
    expect(acceptedTemplates({ behavior: "subscribe", result }, ["a", "b"])).toEqual(["b"]);
  });
  it("is nothing when the person went away", () => {
    expect(acceptedTemplates({ error: 11 }, ["a"])).toEqual([]);
    expect(acceptedTemplates(null, ["a"])).toEqual([]);
  });
});
