import type { TabBar } from "./tab-bar-port";

let words: readonly string[] = [];

export const tabBar: TabBar = {
  name(texts) {
    words = texts;
    tabBar.dress();
  },
  dress() {
    for (const [index, text] of words.entries()) wx.setTabBarItem({ index, text, fail: () => undefined });
  },
};
