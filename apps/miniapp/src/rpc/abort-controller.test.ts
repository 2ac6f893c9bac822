import { describe, expect, it, vi } from "vitest";
import { AbortController } from "./abort-controller";

describe("the AbortController for mini-programs", () => {
  it("tells its listeners once, with the reason kept", () => {
    const controller = new AbortController();
    const heard = vi.fn();
    const left = vi.fn();
    controller.signal.addEventListener("abort", heard);
    controller.signal.addEventListener("abort", left);
    controller.signal.removeEventListener("abort", left);
    controller.abort("gone");
    controller.abort("again");
    expect(heard).toHaveBeenCalledOnce();
    expect(left).not.toHaveBeenCalled();
    expect(controller.signal).toMatchObject({ aborted: true, reason: "gone" });
    expect(() => controller.signal.throwIfAborted()).toThrow("gone");
  });
});
