import type { PageStack } from "../page-stack.ts";
import type { Phone } from "../phone.ts";
import {
  choosing,
  httpRequest,
  locating,
  moves,
  noted,
  oneSocket,
  plainWording,
  scanning,
  storageCalls,
  systemInfo,
  uploading,
} from "./alipay-engine.ts";
import { atCashier, callsOf, type Guard, Refusal, type Work } from "./calls.ts";

function platformCalls(phone: Phone): Record<string, Work> {
  const app = { appId: phone.ids.appId };
  return {
    getAuthCode: ({ scopes }) => {
      if (scopes !== "auth_base") throw new Refusal({ error: 11, errorMessage: "the person did not agree" });
      return phone.device("alipay/auth-code", app);
    },
    // a cashier that was left is a success of the call with another code than 9000
    async tradePay({ tradeNO, orderStr }) {
      const answer = await atCashier(phone, (outcome) =>
        phone.device("alipay/trade-pay", { ...app, tradeNO, orderStr, outcome }),
      );
      phone.diary.push(`pay ${answer.resultCode}`);
      return phone.answers.pay === "lost" ? { resultCode: "6004", memo: "" } : answer;
    },
    async requestSubscribeMessage({ entityIds }) {
      const answer = await phone.device("alipay/subscribe", {
        ...app,
        entityIds,
        answer: phone.answers.subscribe,
      });
      phone.diary.push(`subscribe ${answer.behavior}`);
      if (answer.error) throw new Refusal(answer);
      return answer;
    },
    getLocation: locating(phone),
    scan: scanning(phone),
    chooseImage: choosing(phone, "tempFilePaths"),
    uploadFile: uploading(phone, "name"),
  };
}

/** The part of `my` that this phone has. */
export function alipayApi(phone: Phone, stack: PageStack, guard: Guard): Record<string, unknown> {
  const shown: Record<string, Work> = {
    setNavigationBar: noted(phone, "title", ({ title }) => title),
    setTabBarItem: noted(phone, "tab", ({ index, text }) => `${index} ${text}`),
    setTabBarBadge: noted(phone, "badge", ({ index, text }) => `${index} ${text}`),
    removeTabBarBadge: noted(phone, "no badge", ({ index }) => index),
    stopPullDownRefresh: noted(phone, "refreshed"),
    vibrateLong: noted(phone, "buzz"),
    makePhoneCall: noted(phone, "call", ({ number }) => number),
    showSharePanel: noted(phone, "share panel"),
    setClipboard: noted(phone, "copied", ({ text }) => text),
  };
  return {
    env: {
      USER_DATA_PATH: "https://usr",
      clientName: "ap",
      clientVersion: "10.6.0",
      language: "zh-Hans",
      platform: "Android",
    },
    canIUse: () => true,
    getSystemInfoSync: systemInfo("alipay"),
    createInnerAudioContext: () => ({ src: "", play: () => void phone.diary.push("chime") }),
    request: httpRequest(phone, guard),
    ...storageCalls(phone),
    ...oneSocket(phone, guard),
    ...callsOf({ ...moves(stack), ...platformCalls(phone), ...shown }, plainWording, guard),
  };
}
