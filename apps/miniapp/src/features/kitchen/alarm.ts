import { attention } from "@/platform/attention";

const everyMs = 3_000;
let timer: ReturnType<typeof setInterval> | null = null;

const ring = () => {
  attention.chime();
  attention.buzz();
};

/** Rings at once and then every three seconds until it is stopped; starting it twice changes nothing. */
export const alarm = {
  start(): void {
    if (timer) return;
    ring();
    timer = setInterval(ring, everyMs);
  },
  stop(): void {
    if (timer) clearInterval(timer);
    timer = null;
  },
};
