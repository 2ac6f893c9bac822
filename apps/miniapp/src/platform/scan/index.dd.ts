import { err, ok } from "@sanqi/kernel";
import type { Scan } from "./scan-port";

export const scan: Scan = () =>
  new Promise((resolve) => {
    dd.scan({
      type: "qr",
      success: ({ code }) => resolve(ok(code)),
      fail: (failure) => resolve(err({ kind: failure.error === 10 ? "cancelled" : "unavailable" })),
    });
  });
