import type { Copy } from "./clipboard-port";

export const copy: Copy = (data) =>
  new Promise((resolve) => {
    wx.setClipboardData({ data, success: () => resolve(true), fail: () => resolve(false) });
  });
