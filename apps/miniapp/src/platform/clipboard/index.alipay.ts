import type { Copy } from "./clipboard-port";

export const copy: Copy = (text) =>
  new Promise((resolve) => {
    my.setClipboard({ text, success: () => resolve(true), fail: () => resolve(false) });
  });
