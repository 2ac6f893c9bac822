import type { Share } from "./share-port";

export type { ShareCard, ShareOutcome } from "./share-port";

/** Opens Alipay's panel, which reads the card from the page's share hook. */
export const share: Share = () => {
  my.showSharePanel();
  return Promise.resolve("shared");
};
