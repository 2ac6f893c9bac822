import { err, ok } from "@sanqi/kernel";
import type { Scan } from "./scan-port";

export const scan: Scan = () =>
  new Promise((resolve) => {
    wx.scanCode({
      scanType: ["qrCode", "barCode"],
      success: ({ result }) => resolve(ok(result)),
      fail: ({ errMsg }) => resolve(err({ kind: /cancel/.test(errMsg) ? "cancelled" : "unavailable" })),
    });
  });
