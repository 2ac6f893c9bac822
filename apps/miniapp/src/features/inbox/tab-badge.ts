import Taro from "@tarojs/taro";

const messagesTab = 2;

/** The number at the messages tab. It is decoration: on a page without tabs the host refuses, and nothing is lost. */
export function showUnread(count: number): void {
  const done =
    count > 0
      ? Taro.setTabBarBadge({ index: messagesTab, text: count > 99 ? "99+" : String(count) })
      : Taro.removeTabBarBadge({ index: messagesTab });
  Promise.resolve(done).catch(() => undefined);
}
