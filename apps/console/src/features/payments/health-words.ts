import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { PlatformHealth } from "./use-payment-health.ts";

export const healthWords: Readonly<Record<PlatformHealth["state"], Words & { readonly tone: Tone }>> = {
  closed: { zh: "正常", en: "Fine", tone: "success" },
  open: { zh: "已暂停", en: "Paused", tone: "danger" },
  halfOpen: { zh: "试探恢复中", en: "Trying again", tone: "warning" },
};

/** 0.0567 as "5.7%": a share of calls, not money. */
export const rateText = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;
