import type { Clock } from "@sanqi/kernel";
import type { Channel } from "../domain/index.ts";
import type {
  Alarms,
  ChannelFees,
  OwnBooks,
  OwnMoney,
  PlatformBills,
  PlatformQuestions,
  ReconciliationStore,
} from "./ports.ts";

export type ReconciliationDeps = {
  readonly store: ReconciliationStore;
  readonly bills: Readonly<Record<Channel, PlatformBills>>;
  readonly own: OwnMoney;
  readonly books: OwnBooks;
  readonly questions: PlatformQuestions;
  readonly fees: ChannelFees;
  readonly alarms: Alarms;
  readonly clock: Clock;
};
