import type { AccountId, ShopId } from "@sanqi/kernel";

/** `asset` and `expense` grow by debits (positive entries), `liability` and `income` by credits (negative ones). */
type AccountClass = "asset" | "liability" | "income" | "expense";
type AccountKind = {
  readonly class: AccountClass;
  /** Who stands behind the colon of the account's name; null: there is one such account a campus. */
  readonly owner: "channel" | "shop" | "rider" | null;
  readonly zh: string;
  readonly en: string;
};

/** The chart of accounts. An account is named by its kind, and by its owner where a kind has several: `merchant:shp_…`. */
export const chart = {
  channel: { class: "asset", owner: "channel", zh: "支付平台余额", en: "Money at the payment platform" },
  bank: { class: "asset", owner: null, zh: "银行存款", en: "Bank" },
  held: { class: "liability", owner: null, zh: "未完成订单的货款", en: "Held for orders not handed over" },
  returning: { class: "liability", owner: null, zh: "待退还同学", en: "To be returned to students" },
  merchant: { class: "liability", owner: "shop", zh: "应付商家", en: "Owed to a shop" },
  rider: { class: "liability", owner: "rider", zh: "应付骑手", en: "Owed to a rider" },
  transit: { class: "liability", owner: null, zh: "发薪在途", en: "Pay-outs under way" },
  "platform:commission": { class: "income", owner: null, zh: "佣金收入", en: "Commission" },
  "platform:delivery": { class: "income", owner: null, zh: "配送费收入", en: "Delivery, after riders' pay" },
  "platform:discounts": {
    class: "expense",
    owner: null,
    zh: "平台补贴",
    en: "Discounts borne by the platform",
  },
  "platform:compensation": {
    class: "expense",
    owner: null,
    zh: "平台赔付",
    en: "Refunds borne by the platform",
  },
  fees: { class: "expense", owner: "channel", zh: "支付手续费", en: "Fees of the payment platform" },
} as const satisfies Record<string, AccountKind>;

export type ChartKind = keyof typeof chart;
type Kinds<Owned extends boolean> = {
  [K in ChartKind]: (typeof chart)[K]["owner"] extends null
    ? Owned extends true
      ? never
      : K
    : Owned extends true
      ? K
      : never;
}[ChartKind];
export type AccountName = Kinds<false> | `${Kinds<true>}:${string}`;
/** What an entry is about, for whoever reads a statement. */
export type Item =
  | "order"
  | "goods"
  | "packing"
  | "delivery"
  | "discount"
  | "commission"
  | "refund"
  | "share"
  | "payout"
  | "fee"
  | "transfer";

export type Channel = "wechatPay" | "alipay";

export const channelAccount = (channel: Channel): AccountName => `channel:${channel}`;
export const feesAccount = (channel: Channel): AccountName => `fees:${channel}`;
export const merchantAccount = (shopId: ShopId): AccountName => `merchant:${shopId}`;
export const riderAccount = (riderId: AccountId): AccountName => `rider:${riderId}`;

/** The kind and the owner of an account's name; undefined where the chart has no such account. */
export function readAccount(name: string): { kind: ChartKind; owner: string | null } | undefined {
  if (Object.hasOwn(chart, name)) {
    const kind = name as ChartKind;
    return chart[kind].owner === null ? { kind, owner: null } : undefined;
  }
  const colon = name.indexOf(":");
  const kind = name.slice(0, colon);
  const owner = name.slice(colon + 1);
  if (colon < 1 || owner === "" || !Object.hasOwn(chart, kind)) return undefined;
  return chart[kind as ChartKind].owner === null ? undefined : { kind: kind as ChartKind, owner };
}
