import { create } from "zustand";
import { type AppFailure, api, failureOf } from "@/rpc";
import type { Alert } from "./alert-list";

type CounselingState = {
  alerts: readonly Alert[] | null;
  failure: AppFailure | null;
  /** Never rejects. */
  load(): Promise<void>;
  /** Notes that this counselor knows; rejects when the server did not take it. */
  markSeen(alertId: string, by: string): Promise<void>;
};

export const useCounseling = create<CounselingState>((set, get) => ({
  alerts: null,
  failure: null,
  async load() {
    try {
      set({ alerts: await api.care.alerts.query(), failure: null });
    } catch (error) {
      set({ failure: failureOf(error) });
    }
  },
  async markSeen(alertId, by) {
    await api.care.markSeen.mutate({ alertId });
    const seen = { at: Date.now(), by };
    const alerts = get().alerts?.map((alert) => (alert.alertId === alertId ? { ...alert, seen } : alert));
    if (alerts) set({ alerts });
  },
}));
