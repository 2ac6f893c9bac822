import type { PictureId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { addPictures, idsOf, withState } from "./picture-list";

const there = (id: string) => ({ kind: "there", pictureId: id as PictureId }) as const;
const failed = { kind: "failed", words: { zh: "没传上去", en: "Not sent" } } as const;

describe("chosen pictures", () => {
  it("are as many as fit, each once", () => {
    const two = addPictures([], ["a", "b"], 3);
    expect(addPictures(two, ["b", "c", "d"], 3).map(({ path }) => path)).toEqual(["a", "b", "c"]);
  });
  it("can be sent along once every one is there", () => {
    const two = addPictures([], ["a", "b"], 3);
    expect(idsOf([])).toEqual([]);
    expect(idsOf(two)).toBeNull();
    const one = withState(two, "a", there("pic_a"));
    expect(idsOf(withState(one, "b", failed))).toBeNull();
    expect(idsOf(withState(one, "b", there("pic_b")))).toEqual(["pic_a", "pic_b"]);
  });
  it("stay away once they were removed", () => {
    const left = addPictures([], ["a", "b"], 3).filter(({ path }) => path !== "a");
    expect(withState(left, "a", there("pic_a"))).toEqual(left);
  });
});
