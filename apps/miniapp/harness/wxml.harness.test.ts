import { describe, expect, it } from "vitest";
import { onStage } from "./on-stage.ts";
import { screenOf } from "./screen.ts";
import { compileWxml } from "./wxml.ts";

const on = onStage();

describe("WeChat's own compiler", () => {
  it("draws the same words from the page's data as the harness", async ({ skip }) => {
    const wxml = compileWxml(`${on.dist()}/weapp`);
    if (!wxml) return skip("wcc, the compiler of WeChat, has no binary for this machine");
    const { program } = await on.atCheckout(on.phone("weapp"));
    const front = program.stack.front();
    const { texts, tags } = wxml.render(front.route, front.data);
    expect(texts.join("")).toBe(screenOf(program).lines().join(""));
    expect(tags.get("wx-view")).toBeGreaterThan(20);
  });
});
