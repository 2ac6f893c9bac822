import Taro from "@tarojs/taro";
import homeAlipay from "../../assets/tab/home-alipay.png";
import homeDd from "../../assets/tab/home-dd.png";
import meAlipay from "../../assets/tab/me-alipay.png";
import meDd from "../../assets/tab/me-dd.png";
import messagesAlipay from "../../assets/tab/messages-alipay.png";
import messagesDd from "../../assets/tab/messages-dd.png";
import ordersAlipay from "../../assets/tab/orders-alipay.png";
import ordersDd from "../../assets/tab/orders-dd.png";
import { playing } from "../host/playing";
import type { TabBar } from "./tab-bar-port";

/** The build's bar looks like WeChat's; the others are put on when they are played. */
const looks = {
  alipay: { colour: "#1677FF", icons: [homeAlipay, ordersAlipay, messagesAlipay, meAlipay] },
  dd: { colour: "#007FFF", icons: [homeDd, ordersDd, messagesDd, meDd] },
};
let words: readonly string[] = [];

async function put(): Promise<void> {
  const { host } = playing();
  const look = host === "weapp" ? null : looks[host];
  if (look) await Taro.setTabBarStyle({ selectedColor: look.colour });
  for (const index of [0, 1, 2, 3]) {
    const text = words[index];
    const icon = look?.icons[index];
    if (text || icon)
      await Taro.setTabBarItem({
        index,
        ...(text ? { text } : {}),
        ...(icon ? { selectedIconPath: icon } : {}),
      });
  }
}

/** After a reload the words may be known before Taro has drawn its bar, which it says only by refusing. */
const triesWhileMounting = 20;
const pauseMs = 100;

function dress(tries: number): void {
  put().catch(() => {
    if (tries > 0) setTimeout(() => dress(tries - 1), pauseMs);
  });
}

export const tabBar: TabBar = {
  name(texts) {
    words = texts;
    tabBar.dress();
  },
  dress: () => dress(triesWhileMounting),
};
