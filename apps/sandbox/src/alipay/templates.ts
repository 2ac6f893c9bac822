/** Template messages of the sandbox's Alipay mini-program; key words are positional: keyword1 to keyword4. */
export type AlipayTemplate = {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
};

export const alipayTemplates: ReadonlyMap<string, AlipayTemplate> = new Map(
  [
    {
      id: "tmpl-order-accepted",
      title: "商家接单通知",
      labels: ["商家名称", "订单编号", "预计送达", "备注"],
    },
    {
      id: "tmpl-order-picked-up",
      title: "骑手取餐通知",
      labels: ["商家名称", "订单编号", "骑手", "预计送达"],
    },
    {
      id: "tmpl-order-delivered",
      title: "订单送达通知",
      labels: ["商家名称", "订单编号", "送达地点", "送达时间"],
    },
    {
      id: "tmpl-order-refunded",
      title: "退款通知",
      labels: ["商家名称", "订单编号", "退款金额", "退款原因"],
    },
  ].map((template) => [template.id, template]),
);
