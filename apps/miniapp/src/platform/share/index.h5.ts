import type { Share } from "./share-port";

export type { ShareCard, ShareOutcome } from "./share-port";

/** The browser's own sheet where there is one, else the address goes to the clipboard. */
export const share: Share = async ({ title, path }) => {
  const url = `${location.origin}${location.pathname}${location.search}#${path}`;
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return "shared";
    }
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "useMenu";
  }
};
