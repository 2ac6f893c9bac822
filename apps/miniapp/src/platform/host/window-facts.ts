import Taro from "@tarojs/taro";

/** What all three hosts tell through the same call, with Taro mapping the names. */
export const windowFacts = {
  safeArea() {
    const info = Taro.getSystemInfoSync();
    const bottom = info.safeArea ? Math.max(0, info.screenHeight - info.safeArea.bottom) : 0;
    return { top: info.statusBarHeight ?? 0, bottom };
  },
  device() {
    const info = Taro.getSystemInfoSync();
    return `${info.brand ?? ""} ${info.model ?? ""} ${info.platform ?? ""}`.trim().slice(0, 80);
  },
  dark: () => Taro.getSystemInfoSync().theme === "dark",
};
