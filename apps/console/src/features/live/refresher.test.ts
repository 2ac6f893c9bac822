import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher } from "./refresher.ts";

describe("refresher", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("answers a rush of hints with one refresh a second, and forgets no order", () => {
    const refresh = vi.fn<(orderIds: readonly string[]) => void>();
    const refresher = createRefresher(refresh);
    for (let i = 0; i < 300; i++) {
      refresher.changed(`ord_${i}`);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(2_000);
    expect(refresh.mock.calls.length).toBeLessThanOrEqual(5);
    expect(new Set(refresh.mock.calls.flatMap(([ids]) => ids)).size).toBe(300);
  });

  it("refreshes a single hint soon", () => {
    const refresh = vi.fn();
    createRefresher(refresh).changed("ord_1");
    vi.advanceTimersByTime(250);
    expect(refresh).toHaveBeenCalledExactlyOnceWith(["ord_1"]);
  });

  it("does nothing once stopped", () => {
    const refresh = vi.fn();
    const refresher = createRefresher(refresh);
    refresher.everything();
    refresher.stop();
    vi.advanceTimersByTime(5_000);
    expect(refresh).not.toHaveBeenCalled();
  });
});
