import type { Stage } from "../../bff/src/scenarios/stage.ts";
import { Refusal } from "./hosts/calls.ts";
import { createNetwork, type Network } from "./network.ts";

export type HostName = "weapp" | "alipay" | "dd";

/** The phone in somebody's hand: storage, network, the person's answers, and the host app's own servers. */
export type Phone = {
  readonly host: HostName;
  readonly person: string;
  readonly network: Network;
  /** JSON texts; they survive a restart of the mini-program. */
  readonly storage: Map<string, string>;
  /** What the person does when the host asks. */
  readonly answers: {
    /** "lost": the money moves, and the app hears that nobody knows. */
    pay: "pay" | "cancel" | "fail" | "lost";
    subscribe: "accept" | "reject";
    /** What the camera reads; null: the person leaves it. */
    scan: string | null;
    /** The picture that is picked; null: the person leaves the album. */
    picture: Uint8Array | null;
  };
  /** Happens between the money and the host's answer: the rest of the world does not wait for a phone. */
  whenPaid: (() => Promise<unknown>) | null;
  /** Pictures that were picked, by their local address. */
  readonly files: Map<string, Uint8Array>;
  /** True while a touch is being handled: some calls are refused outside of one. */
  touching: boolean;
  /** Where the person stands, [longitude, latitude] in the grid that the host gives. */
  position: readonly [number, number];
  /** Ids under which the platform knows the app. */
  readonly ids: { readonly appId: string; readonly corpId: string };
  /** What the host showed or did outside of the page, oldest first: "title 店铺", "pay 9000". */
  readonly diary: string[];
  /** A call of the host app to its platform. @throws Refusal with the platform's answer. */
  device(path: string, body: Record<string, unknown>): Promise<Record<string, unknown>>;
};

/** The origin that the builds carry; see defineConstants in the build's configuration. */
export const builtFor = (process.env.SANQI_API_BASE ?? "http://127.0.0.1:8080").replace(/\/$/, "");

export function createPhone(stage: Stage, host: HostName, person: string): Phone {
  const { env } = stage;
  return {
    host,
    person,
    network: createNetwork(builtFor, stage.url),
    storage: new Map(),
    answers: { pay: "pay", subscribe: "accept", scan: null, picture: null },
    whenPaid: null,
    files: new Map(),
    touching: false,
    position: [120.1, 30.3],
    ids: {
      appId: host === "weapp" ? env.WECHAT_APP_ID : env.ALIPAY_APP_ID,
      corpId: env.DINGTALK_CORP_ID,
    },
    diary: [],
    async device(path, body) {
      const response = await fetch(`${stage.sandbox.url}/device/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ person, ...body }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      if (!response.ok) throw new Refusal(answer);
      return answer;
    },
  };
}

/** Facts about the device, as all three hosts tell them. */
export const deviceFacts = {
  brand: "Sanqi",
  model: "Harness 1",
  platform: "android",
  system: "Android 14",
  language: "zh_CN",
  pixelRatio: 3,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  theme: "light",
} as const;
