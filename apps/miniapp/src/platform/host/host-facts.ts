/** The host whose rules apply: in H5 it is the one being played. */
export type HostName = "weapp" | "alipay" | "dd";

export type HostFacts = {
  name: HostName;
  /** True in a browser, where the sandbox stands in for the phone's host app. */
  played: boolean;
  /** Whom this browser tab plays; "" in a real host, which knows one person. */
  person: string;
  /** The campus that the address names (H5), else null. */
  campusId: string | null;
  /** A few words about the device for the list of log-ins, at most 80 characters. */
  device(): string;
  /** The host's name in its own words, for sentences such as "在微信中打开". */
  label: { zh: string; en: string };
  /** CSS pixels that the host's own furniture covers. */
  safeArea(): { top: number; bottom: number };
  dark(): boolean;
  /** True when the person asked the system for less motion. Mini-program hosts do not say; there it is false. */
  reducedMotion(): boolean;
};

export const hostLabels: Record<HostName, { zh: string; en: string }> = {
  weapp: { zh: "微信", en: "WeChat" },
  alipay: { zh: "支付宝", en: "Alipay" },
  dd: { zh: "钉钉", en: "DingTalk" },
};
