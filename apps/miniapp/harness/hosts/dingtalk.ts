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
  return {
    getAuthCode: ({ corpId }) => phone.device("dingtalk/auth-code", { corpId }),
    async pay({ info }) {
      const answer = await atCashier(phone, (outcome) => phone.device("dingtalk/pay", { info, outcome }));
      phone.diary.push(`pay ${answer.resultStatus}`);
      if (phone.answers.pay === "lost") throw new Refusal({ resultStatus: "6004", memo: "" });
      if (answer.resultStatus !== "9000") throw new Refusal(answer);
      return answer;
    },
    getLocation: locating(phone),
    scan: scanning(phone),
    chooseImage: choosing(phone, "filePaths"),
    uploadFile: uploading(phone, "fileName"),
  };
}

/** The part of `dd` that this phone has; no message consent, no badge, no sound: see types/dd.d.ts. */
export function dingtalkApi(phone: Phone, stack: PageStack, guard: Guard): Record<string, unknown> {
  const shown: Record<string, Work> = {
    setNavigationBar: noted(phone, "title", ({ title }) => title),
    stopPullDownRefresh: noted(phone, "refreshed"),
    setClipboard: noted(phone, "copied", ({ text }) => text),
    vibrate: noted(phone, "buzz"),
    showCallMenu: noted(phone, "call", ({ phoneNumber }) => phoneNumber),
  };
  return {
    env: {},
    SDKVersion: "6.5.40",
    canIUse: (name: string) => name !== "request",
    getSystemInfoSync: systemInfo("dingtalk"),
    httpRequest: httpRequest(phone, guard),
    ...storageCalls(phone),
    ...oneSocket(phone, guard),
    ...callsOf({ ...moves(stack), ...platformCalls(phone), ...shown }, plainWording, guard),
  };
}

/**
 * The `my` that DingTalk's engine leaves in place beside `dd`. Only what Taro's DingTalk runtime calls is offered:
 * it tests whether `request` is there and, as it is not, sends everything by httpRequest.
 */
export const engineLeftovers = (phone: Phone, guard: Guard): Record<string, unknown> => ({
  canIUse: (name: string) => name !== "request",
  httpRequest: httpRequest(phone, guard),
});
