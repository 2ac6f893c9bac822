import { NoAnswer } from "../network.ts";
import { MoveRefused, type PageStack } from "../page-stack.ts";
import { deviceFacts, type Phone } from "../phone.ts";
import { atCashier, callsOf, type Guard, type Options, Refusal, received, sent, type Work } from "./calls.ts";
import { pickPictures, sendFile } from "./files.ts";

type Listeners = Record<"open" | "message" | "error" | "close", ((event: object) => void)[]>;

/** WeChat answers in `errMsg`, "<call>:ok" or "<call>:fail <why>". */
const wording = (name: string, answer: object, ok: boolean) => {
  const { why, ...rest } = answer as { why?: string };
  return { errMsg: ok ? `${name}:ok` : `${name}:fail ${why ?? ""}`.trim(), ...rest };
};

function moves(stack: PageStack): Record<string, Work> {
  const moving =
    (run: (options: Options) => void): Work =>
    (options) => {
      try {
        run(options);
      } catch (error) {
        if (error instanceof MoveRefused) throw new Refusal({ why: error.message });
        throw error;
      }
      return {};
    };
  const to = (kind: "navigateTo" | "redirectTo" | "switchTab" | "reLaunch") =>
    moving(({ url }) => stack.move(kind, String(url)));
  return {
    navigateTo: to("navigateTo"),
    redirectTo: to("redirectTo"),
    switchTab: to("switchTab"),
    reLaunch: to("reLaunch"),
    navigateBack: moving(({ delta }) => stack.back(Number(delta ?? 1))),
  };
}

function platformCalls(phone: Phone): Record<string, Work> {
  const app = { appId: phone.ids.appId };
  return {
    login: () => phone.device("wechat/login", app),
    async requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign }) {
      const order = { ...app, timeStamp, nonceStr, package: prepay, signType, paySign };
      const answer = await atCashier(phone, (outcome) =>
        phone.device("wechat/request-payment", { ...order, outcome }),
      );
      phone.diary.push(`pay ${answer.errMsg}`);
      if (phone.answers.pay === "lost") throw new Refusal({ why: "" });
      if (answer.errMsg !== "requestPayment:ok") throw new Refusal(answer);
      return {};
    },
    getLocation: () => ({ longitude: phone.position[0], latitude: phone.position[1], accuracy: 20 }),
    scanCode: () => {
      if (phone.answers.scan === null) throw new Refusal({ why: "cancel" });
      return { result: phone.answers.scan, scanType: "QR_CODE" };
    },
    chooseMedia: () => {
      const paths = pickPictures(phone);
      if (!paths) throw new Refusal({ why: "cancel" });
      return { type: "image", tempFiles: paths.map((tempFilePath) => ({ tempFilePath, fileType: "image" })) };
    },
  };
}

/** Asks for message consent; only straight out of a touch or of a finished payment, as the real call. */
function requestSubscribeMessage(phone: Phone, guard: Guard) {
  return (options: Options = {}) => {
    const touched = phone.touching;
    const work: Work = async ({ tmplIds }) => {
      if (!touched) throw new Refusal({ why: "can only be invoked by user TAP gesture.", errCode: 20_004 });
      const answer = await phone.device("wechat/subscribe", {
        appId: phone.ids.appId,
        tmplIds,
        answer: phone.answers.subscribe,
      });
      phone.diary.push(`subscribe ${answer.errMsg}`);
      if (answer.errMsg !== "requestSubscribeMessage:ok") throw new Refusal(answer);
      return answer;
    };
    callsOf({ requestSubscribeMessage: work }, wording, guard).requestSubscribeMessage?.(options);
  };
}

/** Calls that change something outside of the page; the phone's diary remembers them. */
const shown = (phone: Phone): Record<string, Work> => {
  const noted =
    (what: string, of: (options: Options) => unknown = () => ""): Work =>
    (options) => {
      phone.diary.push(`${what} ${of(options)}`.trim());
      return {};
    };
  return {
    setNavigationBarTitle: noted("title", ({ title }) => title),
    setTabBarItem: noted("tab", ({ index, text }) => `${index} ${text}`),
    setTabBarBadge: noted("badge", ({ index, text }) => `${index} ${text}`),
    removeTabBarBadge: noted("no badge", ({ index }) => index),
    stopPullDownRefresh: noted("refreshed"),
    vibrateLong: noted("buzz"),
    makePhoneCall: noted("call", ({ phoneNumber }) => phoneNumber),
    showShareMenu: noted("share menu"),
    setClipboardData: noted("copied", ({ data }) => data),
  };
};

function request(phone: Phone, guard: Guard) {
  return (options: Options) => {
    const abort = new AbortController();
    const method = String(options.method ?? "GET").toUpperCase();
    const header = (options.header ?? {}) as Record<string, string>;
    const headers = { "content-type": "application/json", ...header };
    const work: Work = async () => {
      try {
        const answer = await phone.network.ask({
          ...sent(String(options.url), method, options.data),
          method,
          headers,
          signal: abort.signal,
        });
        // every HTTP status is a success here
        const data = received(answer.text, options.dataType ?? "json");
        return { data, statusCode: answer.status, header: answer.headers, cookies: [] };
      } catch (error) {
        if (error instanceof NoAnswer) throw new Refusal({ why: error.message, errno: 600_001 });
        throw error;
      }
    };
    callsOf({ request: work }, wording, guard).request?.(options);
    return { abort: () => abort.abort() };
  };
}

/** The task tells how far the upload is; the last step comes before the answer. */
function uploadFile(phone: Phone, guard: Guard) {
  return (options: Options) => {
    const listeners: ((event: object) => void)[] = [];
    const tell = (progress: number) => {
      for (const listener of listeners) guard("upload progress", () => listener({ progress }));
    };
    const work: Work = async ({ url, filePath, name, header }) => {
      tell(40);
      const answer = await sendFile(phone, { url, path: filePath, field: name, headers: header });
      if (!answer) throw new Refusal({ why: "file not found or no network" });
      tell(100);
      return { data: answer.text, statusCode: answer.status };
    };
    callsOf({ uploadFile: work }, wording, guard).uploadFile?.(options);
    return {
      onProgressUpdate: (listener: (event: object) => void) => void listeners.push(listener),
      abort: () => undefined,
    };
  };
}

function connectSocket(phone: Phone, guard: Guard) {
  return (options: Options) => {
    const listeners: Listeners = { open: [], message: [], error: [], close: [] };
    const tell = (kind: keyof Listeners, event: object) => {
      for (const listener of listeners[kind]) guard(`socket ${kind}`, () => listener(event));
    };
    const socket = phone.network.open(String(options.url), {
      opened: () => tell("open", {}),
      said: (data) => tell("message", { data }),
      failed: (errMsg) => tell("error", { errMsg }),
      closed: (code, reason) => tell("close", { code, reason }),
    });
    callsOf({ connectSocket: () => ({}) }, wording, guard).connectSocket?.(options);
    return {
      onOpen: (listener: (event: object) => void) => void listeners.open.push(listener),
      onMessage: (listener: (event: object) => void) => void listeners.message.push(listener),
      onError: (listener: (event: object) => void) => void listeners.error.push(listener),
      onClose: (listener: (event: object) => void) => void listeners.close.push(listener),
      send: (given: Options) => {
        socket.send(String(given.data));
        given.success?.({ errMsg: "sendSocketMessage:ok" });
      },
      close: (given: { code?: number; reason?: string } = {}) => socket.close(given.code, given.reason),
    };
  };
}

/** The part of `wx` that this phone has. */
export function wechatApi(phone: Phone, stack: PageStack, guard: Guard): Record<string, unknown> {
  const { storage } = phone;
  return {
    env: { USER_DATA_PATH: "wxfile://usr" },
    // there on every phone, of no use before an app sets it up
    cloud: {},
    canIUse: () => true,
    getSystemInfoSync: () => ({ ...deviceFacts, SDKVersion: "3.7.0", version: "8.0.50" }),
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, data: unknown) => void storage.set(key, JSON.stringify(data)),
    removeStorageSync: (key: string) => void storage.delete(key),
    createInnerAudioContext: () => ({ src: "", play: () => void phone.diary.push("chime") }),
    request: request(phone, guard),
    requestSubscribeMessage: requestSubscribeMessage(phone, guard),
    connectSocket: connectSocket(phone, guard),
    uploadFile: uploadFile(phone, guard),
    ...callsOf({ ...moves(stack), ...platformCalls(phone), ...shown(phone) }, wording, guard),
  };
}
