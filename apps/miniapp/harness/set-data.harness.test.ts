import { describe, expect, it } from "vitest";
import { applyDelta, stepsOf } from "./set-data.ts";

describe("setData", () => {
  it("reads both ways of writing an index", () => {
    expect(stepsOf("root.cn.[0].cn[12].cl")).toEqual(["root", "cn", 0, "cn", 12, "cl"]);
  });

  it("replaces what a path names and leaves the rest", () => {
    const data = { root: { cn: [{ cl: "old", cn: [] }] } };
    applyDelta(data, { "root.cn.[0].cl": "new", "root.cn.[0].cn.[1].v": "text" });
    expect(data).toEqual({ root: { cn: [{ cl: "new", cn: [undefined, { v: "text" }] }] } });
  });

  it("copies, so that a later change of the app's object is not seen by the view", () => {
    const data = {};
    const given = { list: [1] };
    applyDelta(data, { given });
    given.list.push(2);
    expect(data).toEqual({ given: { list: [1] } });
  });

  it("hands nothing on that is not JSON", () => {
    const data = {};
    applyDelta(data, { a: undefined, b: { c: () => 1, d: 1 } });
    expect(data).toEqual({ b: { d: 1 } });
  });
});
