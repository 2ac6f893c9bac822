import type { Planted } from "../bills/planted.ts";
import { defaultFaults, type Faults } from "../faults.ts";
import type {
  AlipayTrade,
  Delivery,
  Department,
  DirectoryUser,
  InboxMessage,
  WechatPayment,
  WechatRefund,
  WorkDay,
  WorkTask,
} from "./records.ts";
import type { AlipaySplit, WechatShare, WechatShareReturn, WechatShipping } from "./sharing-records.ts";

/** Kept in the data file: what a platform would remember over a restart. Maps by key, because rushes are large. */
export type Tables = {
  /** Subject key to person; see people/identity.ts. */
  people: Map<string, string>;
  /** Consents left, by host, person and template. */
  grants: Map<string, number>;
  /** Messages by host and person, oldest first. */
  inbox: Map<string, InboxMessage[]>;
  wechatPayments: Map<string, WechatPayment>;
  wechatRefunds: Map<string, WechatRefund>;
  /** By the merchant's number of the share. */
  wechatShares: Map<string, WechatShare>;
  wechatShareReturns: Map<string, WechatShareReturn>;
  /** By the payment that was shipped. */
  wechatShippings: Map<string, WechatShipping>;
  /** Names of those who may receive shares, by platform and account. */
  shareReceivers: Map<string, string>;
  alipayTrades: Map<string, AlipayTrade>;
  /** By trade and request number. */
  alipaySplits: Map<string, AlipaySplit>;
  deliveries: Map<string, Delivery>;
  departments: Map<number, Department>;
  directory: Map<string, DirectoryUser>;
  workTasks: Map<number, WorkTask>;
  workDays: Map<string, WorkDay>;
  /** Events on their way to the app's callback address, by their id. */
  eventPushes: Map<string, { url: string; event: Record<string, unknown> }>;
  counters: Map<string, number>;
  /** How bills differ from what happened, by the difference's id. */
  plantedDifferences: Map<string, Planted>;
};

/** Derived from the tables, made again when a data file is read. */
export type Indexes = {
  prepayToOrder: Map<string, string>;
  transactionToOrder: Map<string, string>;
  tradeToOrder: Map<string, string>;
  useridToPerson: Map<string, string>;
  deptToPersons: Map<number, string[]>;
};

export type State = Tables & Indexes & { faults: Faults };

export const emptyTables = (): Tables => ({
  people: new Map(),
  grants: new Map(),
  inbox: new Map(),
  wechatPayments: new Map(),
  wechatRefunds: new Map(),
  wechatShares: new Map(),
  wechatShareReturns: new Map(),
  wechatShippings: new Map(),
  shareReceivers: new Map(),
  alipayTrades: new Map(),
  alipaySplits: new Map(),
  deliveries: new Map(),
  departments: new Map(),
  directory: new Map(),
  workTasks: new Map(),
  workDays: new Map(),
  eventPushes: new Map(),
  counters: new Map(),
  plantedDifferences: new Map(),
});

export function createState(tables: Tables = emptyTables(), faults: Faults = defaultFaults()): State {
  const state: State = {
    ...tables,
    faults,
    prepayToOrder: new Map(),
    transactionToOrder: new Map(),
    tradeToOrder: new Map(),
    useridToPerson: new Map(),
    deptToPersons: new Map(),
  };
  for (const payment of state.wechatPayments.values()) {
    for (const prepay of payment.prepays) state.prepayToOrder.set(prepay.id, payment.outTradeNo);
    if (payment.transactionId !== null)
      state.transactionToOrder.set(payment.transactionId, payment.outTradeNo);
  }
  for (const trade of state.alipayTrades.values()) state.tradeToOrder.set(trade.tradeNo, trade.outTradeNo);
  indexDirectory(state);
  return state;
}

export function indexDirectory(state: State): void {
  state.useridToPerson.clear();
  state.deptToPersons.clear();
  for (const user of state.directory.values()) {
    state.useridToPerson.set(user.userid, user.person);
    for (const deptId of user.deptIds) {
      const members = state.deptToPersons.get(deptId);
      if (members === undefined) state.deptToPersons.set(deptId, [user.person]);
      else members.push(user.person);
    }
  }
}

/** Adds one to a counter that /admin/state shows. */
export function count(state: State, name: string): void {
  state.counters.set(name, (state.counters.get(name) ?? 0) + 1);
}
