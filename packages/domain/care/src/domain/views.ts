import type { Words } from "@sanqi/kernel";

/** Meals a week day by day, oldest first: only counts, never what was eaten. */
export type DayCount = { readonly day: string; readonly meals: number };

export type AlertView = {
  readonly alertId: string;
  readonly studentName: string;
  readonly studentNumber: string;
  readonly departmentName: string;
  readonly severity: "notice" | "attention";
  readonly reason: Words;
  readonly since: string;
  readonly openedAt: number;
  readonly seen: { readonly at: number; readonly by: string } | null;
};

export type AlertDetail = AlertView & {
  readonly pattern: readonly DayCount[];
  /** Everybody who opened this alert, newest first. */
  readonly views: readonly { readonly at: number; readonly by: string }[];
};

export type CareConsent = {
  readonly given: boolean;
  readonly textVersion: string;
  readonly at: number | null;
};
