import { err, ok } from "@sanqi/kernel";
import type { Scan } from "./scan-port";

/** Error 10 is the person's way back. */
export const scan: Scan = () =>
  new Promise((resolve) => {
    my.scan({
      scanType: ["qrCode", "barCode"],
      success: ({ code }) => resolve(ok(code)),
      fail: (failure) => resolve(err({ kind: failure?.error === 10 ? "cancelled" : "unavailable" })),
    });
  });
