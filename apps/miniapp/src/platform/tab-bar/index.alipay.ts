import type { TabBar } from "./tab-bar-port";

const icons = ["home", "orders", "messages", "me"];
let words: readonly string[] = [];

/** Alipay wants words and both icons together. */
export const tabBar: TabBar = {
  name(texts) {
    words = texts;
    tabBar.dress();
  },
  dress() {
    for (const [index, text] of words.entries()) {
      const icon = icons[index] ?? "home";
      my.setTabBarItem({
        index,
        text,
        iconPath: `assets/tab/${icon}.png`,
        selectedIconPath: `assets/tab/${icon}-alipay.png`,
        fail: () => undefined,
      });
    }
  },
};
