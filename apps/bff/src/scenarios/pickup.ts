import type { OrderId } from "@sanqi/kernel";
import { cartOf, pay } from "./lunch.ts";
import type { Person, Stage } from "./stage.ts";

/** An order of the open shop that its student collects at the counter, paid. */
export async function placeToCollect(stage: Stage, student: Person): Promise<OrderId> {
  const { shopId, lines } = await cartOf(stage, student);
  const cart = { shopId, handover: "pickup" as const, placeId: null, lines };
  const { amounts } = await student.api.orders.quote.query(cart);
  const { orderId } = await student.api.orders.place.mutate({
    ...{ ...cart, key: crypto.randomUUID(), note: "", cutlery: 0, contactPhone: null },
    expectedTotalFen: amounts.totalFen,
  });
  const paymentId = await pay(stage, student, orderId);
  await student.api.payments.confirm.mutate({ paymentId });
  await stage.product.idle();
  return orderId;
}

/** Such an order, cooked and handed over against its code. */
export async function placeAndCollect(stage: Stage, { student, cook }: { student: Person; cook: Person }) {
  const orderId = await placeToCollect(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await cook.api.merchant.handOver.mutate({ orderId, code: pickupCode });
  await stage.product.idle();
  return orderId;
}
