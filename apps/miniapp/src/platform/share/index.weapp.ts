import type { Share } from "./share-port";

export type { ShareCard, ShareOutcome } from "./share-port";

/** WeChat shares from the menu or a native button only; this opens the menu's entry. */
export const share: Share = () => {
  wx.showShareMenu({ menus: ["shareAppMessage"] });
  return Promise.resolve("useMenu");
};
