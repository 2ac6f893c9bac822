/** A template of the app's console: its key words in order, under the key that `data` must use. */
export type Template = {
  readonly id: string;
  readonly title: string;
  readonly keywords: readonly { readonly key: string; readonly label: string }[];
};

const template = (id: string, title: string, keywords: Record<string, string>): [string, Template] => [
  id,
  { id, title, keywords: Object.entries(keywords).map(([key, label]) => ({ key, label })) },
];

/** One-time templates of the sandbox's mini-program. */
export const wechatTemplates: ReadonlyMap<string, Template> = new Map([
  template("tmpl-order-accepted", "商家接单通知", {
    thing1: "商家名称",
    character_string2: "订单编号",
    time3: "预计送达",
    thing4: "备注",
  }),
  template("tmpl-order-picked-up", "骑手取餐通知", {
    thing1: "商家名称",
    character_string2: "订单编号",
    name3: "骑手",
    time4: "预计送达",
  }),
  template("tmpl-order-delivered", "订单送达通知", {
    thing1: "商家名称",
    character_string2: "订单编号",
    thing3: "送达地点",
    time4: "送达时间",
  }),
  template("tmpl-order-refunded", "退款通知", {
    thing1: "商家名称",
    character_string2: "订单编号",
    amount3: "退款金额",
    thing4: "退款原因",
  }),
]);
