import { second } from "@sanqi/kernel";

/**
 * Gathers hints and asks for one refresh: soon after the first, and never more often than once a second, so that a
 * lunch rush with hundreds of hints costs one read a second and the table still never lags behind by more.
 */
export function createRefresher(refresh: (orderIds: readonly string[]) => void, everyMs = second) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  const flush = () => {
    timer = null;
    lastAt = performance.now();
    const orderIds = [...waiting];
    waiting.clear();
    refresh(orderIds);
  };
  const schedule = () => {
    timer ??= setTimeout(flush, Math.max(everyMs / 5, lastAt + everyMs - performance.now()));
  };
  return {
    changed(orderId: string) {
      waiting.add(orderId);
      schedule();
    },
    everything: schedule,
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
