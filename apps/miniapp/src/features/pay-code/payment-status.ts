import { create } from "zustand";
import { api, type Outputs } from "@/rpc";

type Status = Outputs["payments"]["status"];
type PaymentStatus = {
  status: Status;
  /** Asks anew; what nobody answers stays as it was. Never rejects. */
  reload(): Promise<void>;
};

/** Which platforms' payments are paused, for every page that asks for money. */
export const usePaymentStatus = create<PaymentStatus>((set) => ({
  status: [],
  async reload() {
    const status = await api.payments.status.query().catch(() => null);
    if (status) set({ status });
  },
}));

export const isPaused = (status: Status, channel: Status[number]["channel"]): boolean =>
  status.some((one) => one.channel === channel && one.paused);
