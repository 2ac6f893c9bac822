import type { Copy } from "./clipboard-port";

/** Browsers without a secure origin have no clipboard. */
export const copy: Copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
