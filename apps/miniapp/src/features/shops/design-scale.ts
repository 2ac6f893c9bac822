import Taro from "@tarojs/taro";

/** CSS pixels per design pixel: mini hosts stretch 375 to the screen's width. */
export const designScale = (): number => (Taro.getSystemInfoSync().windowWidth || 375) / 375;
