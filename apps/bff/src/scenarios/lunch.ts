import { type Fen, fen, type OrderId, type PaymentId, type ShopId } from "@sanqi/kernel";
import type { Person, Stage } from "./stage.ts";

/** One portion of the shop's first dish that needs no choice, for the dormitory that the demo's first student lives in. */
export async function cartOf(
  stage: Stage,
  person: Person,
  options: { shop?: string; quantity?: number } = {},
) {
  const shopId: ShopId = stage.ids.shops.of(options.shop ?? openShop);
  const placeId = stage.ids.places.of("澜园2号楼");
  const menu = await person.api.catalog.menu.query({ shopId, placeId });
  const plain = menu.dishes.filter((d) => !d.soldOut && d.options.every((group) => group.min === 0));
  const dish = plain.sort((a, b) => b.priceFen - a.priceFen)[0];
  if (!dish) throw new Error("the demo shop has no dish without a choice");
  const quantity = options.quantity ?? Math.max(1, Math.ceil(menu.shop.minOrderFen / dish.priceFen));
  const lines = [{ dishId: dish.dishId, quantity, choices: [] as string[] }];
  const quote = await person.api.orders.quote.query({ shopId, placeId, lines });
  return { shopId, placeId, lines, dish, totalFen: quote.amounts.totalFen, problems: quote.problems };
}

/** Open all day, so that scenarios do not depend on the hour at which they run. */
export const openShop = "dumplings";

export async function place(
  stage: Stage,
  person: Person,
  options: { shop?: string; quantity?: number } = {},
): Promise<{ orderId: OrderId; totalFen: Fen }> {
  const { shopId, placeId, lines, totalFen } = await cartOf(stage, person, options);
  const order = await person.api.orders.place.mutate({
    key: crypto.randomUUID(),
    shopId,
    placeId,
    lines,
    note: "少放辣",
    cutlery: 1,
    contactPhone: "13800138000",
    expectedTotalFen: totalFen,
  });
  return { orderId: order.orderId, totalFen: fen(order.totalFen) };
}

/** Opens the host's cashier and lets the person do `outcome` there. */
export async function pay(
  stage: Stage,
  person: Person,
  orderId: OrderId,
  outcome = "pay",
): Promise<PaymentId> {
  const { params, paymentId } = await person.api.payments.prepare.mutate({
    orderId,
    key: crypto.randomUUID(),
  });
  const who = { person: person.key, outcome };
  if (params.kind === "wechat") {
    const { kind: _kind, ...request } = params;
    await stage.phone("/device/wechat/request-payment", {
      appId: stage.env.WECHAT_APP_ID,
      ...who,
      ...request,
    });
  } else if (params.kind === "alipay") {
    await stage.phone("/device/alipay/trade-pay", {
      appId: stage.env.ALIPAY_APP_ID,
      ...who,
      tradeNO: params.tradeNo,
    });
  } else {
    await stage.phone("/device/dingtalk/pay", { ...who, info: params.orderString });
  }
  return paymentId;
}

export async function placeAndPay(stage: Stage, person: Person): Promise<OrderId> {
  const { orderId } = await place(stage, person);
  const paymentId = await pay(stage, person, orderId);
  await person.api.payments.confirm.mutate({ paymentId });
  await stage.product.idle();
  return orderId;
}
