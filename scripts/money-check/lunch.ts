import { type Clock, fen, type Host, type OrderId, type PaymentId, second } from "@sanqi/kernel";
import { newTraceId } from "@sanqi/observability";
import type { Product } from "../../apps/bff/src/product.ts";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { type CartLines, randomCart } from "../rush/cart.ts";
import { type Client, connectTo } from "../rush/client.ts";
import { sandboxPhone } from "../rush/phone.ts";
import { type Random, seededRandom } from "../rush/random.ts";

type Stage = {
  readonly product: Product;
  readonly clock: Clock & { advance(ms: number): void };
  readonly sandboxUrl: string;
  readonly env: Readonly<Record<string, string>>;
};

const hosts: readonly Host[] = ["weapp", "alipay"];

/** Students order and pay one after another; some get a part back, some cancel and get everything back. */
export async function playLunch(stage: Stage, orders: number): Promise<void> {
  const { product, env } = stage;
  const { ids } = readDemo();
  const url = `http://127.0.0.1:${product.port}`;
  const phone = sandboxPhone(stage.sandboxUrl, {
    weapp: { appId: env.WECHAT_APP_ID ?? "" },
    alipay: { appId: env.ALIPAY_APP_ID ?? "" },
    dd: { corpId: env.DINGTALK_CORP_ID ?? "" },
  });
  const random = seededRandom(1);
  const refunded: OrderId[] = [];
  for (let i = 0; i < orders; i += 1) {
    const host = hosts[i % hosts.length] ?? "weapp";
    const person = `money-${host}-${i}`;
    const code = await phone.loginCode(host, person);
    const { api: door, close } = connectTo(url);
    const { token } = await door.identity.login.mutate({
      campusId: ids.campusId,
      host,
      code,
      device: "money",
    });
    close();
    const { api } = connectTo(url, { token });
    const orderId = await ordered(api, random);
    const { paymentId, params } = await api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    await phone.pay(person, params);
    // The notification is on its way as well, and people tap twice.
    await Promise.all([
      api.payments.confirm.mutate({ paymentId }),
      api.payments.confirm.mutate({ paymentId }),
    ]);
    await product.idle();
    if (i % 5 === 0) await api.orders.cancel.mutate({ orderId, reason: "" });
    else if (i % 4 === 0) await partBack(stage, paymentId);
    else continue;
    refunded.push(orderId);
  }
  await untilRefunded(stage, refunded);
}

async function ordered(api: Client, random: Random) {
  const { ids } = readDemo();
  const placeId = ids.places.of("澜园2号楼");
  const shopId = ids.shops.of("dumplings");
  const menu = await api.catalog.menu.query({ shopId, placeId });
  const lines: CartLines | null = randomCart(menu, random);
  if (lines === null) throw new Error("the demo's kitchen is sold out: order fewer lunches");
  const quote = await api.orders.quote.query({ shopId, placeId, lines });
  const { orderId } = await api.orders.place.mutate({
    key: crypto.randomUUID(),
    shopId,
    placeId,
    lines,
    note: "",
    cutlery: 1,
    contactPhone: "13800138000",
    expectedTotalFen: quote.amounts.totalFen,
  });
  return orderId;
}

/** What an after-sale decides: one yuan of the payment goes back. */
const partBack = ({ product }: Stage, paymentId: PaymentId) =>
  product.parts.money.requestRefund({
    campusId: readDemo().ids.campusId,
    paymentId,
    key: "money-check",
    amountFen: fen(100),
    reason: "少送一份",
    traceId: newTraceId(),
  });

/** Waits until every refund has ended in the books; the clock goes on so that the platforms' answers are asked for. */
async function untilRefunded({ product, clock }: Stage, orderIds: readonly OrderId[]): Promise<void> {
  const { campusId } = readDemo().ids;
  const waiting = new Set(orderIds);
  for (let tries = 0; waiting.size > 0; tries += 1) {
    if (tries > 300) throw new Error(`refunds of ${waiting.size} orders did not end`);
    await product.idle();
    await product.parts.money.askDue(newTraceId());
    for (const orderId of waiting) {
      const { refunds } = await product.parts.app.payments.ofOrder(campusId, orderId);
      if (refunds.length > 0 && refunds.every((refund) => refund.state === "succeeded"))
        waiting.delete(orderId);
    }
    clock.advance(5 * second);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await product.idle();
}
