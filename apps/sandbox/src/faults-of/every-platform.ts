import type { FaultSpec } from "../fault-spec.ts";

/** The switches that all platforms share. */
export const everyPlatformFaults = {
  slowMs: { group: "all", standard: 0, unit: "ms", zh: "平台响应延迟", en: "Delay of every platform answer" },
  dropNotify: {
    group: "all",
    standard: false,
    zh: "通知在网络中丢失",
    en: "Notifications are lost on the way",
  },
  notifyTwice: {
    group: "all",
    standard: false,
    zh: "每个通知发送两次",
    en: "Every notification comes twice",
  },
  lateNotifyMs: {
    group: "all",
    standard: 60_000,
    unit: "ms",
    zh: "“延迟通知”的延迟",
    en: "How late “notify late” is",
  },
} as const satisfies Record<string, FaultSpec>;
