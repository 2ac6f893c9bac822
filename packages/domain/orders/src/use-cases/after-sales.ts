import { type Clock, err, type Ids, type OrderId } from "@sanqi/kernel";
import {
  type Actor,
  type AfterSaleCase,
  answer,
  answerWithin,
  complain,
  decideAfterSale,
  withdraw,
} from "../domain/index.ts";
import type { Caller, OrderUseCases } from "./api.ts";
import { done, kitchen, operator, own, student } from "./commands.ts";
import type { ComplaintPictures, Decide, OrderStore } from "./ports.ts";
import { paidLines, withPictures } from "./view.ts";

type Deps = {
  readonly store: OrderStore;
  readonly pictures: ComplaintPictures;
  readonly clock: Clock;
  readonly ids: Ids;
};
const most = 200;

export function createAfterSales({
  store,
  pictures,
  clock,
  ids,
}: Deps): Pick<
  OrderUseCases,
  | "complain"
  | "withdraw"
  | "merchantAfterSales"
  | "answerAfterSale"
  | "consoleAfterSales"
  | "complainFor"
  | "decideAfterSale"
> {
  const change = async (caller: Caller, orderId: OrderId, decide: Decide) =>
    done(await store.change({ campusId: caller.campusId, orderId, traceId: caller.traceId }, decide));
  async function report(
    caller: Caller,
    { orderId, ...complaint }: Parameters<OrderUseCases["complain"]>[1],
    allowed: (decide: Decide) => Decide,
    actor: Actor,
  ) {
    const { campusId, accountId } = caller;
    const afterSaleId = ids.next("afterSale");
    const decide = allowed((order) =>
      complain(order, { ...complaint, afterSaleId }, { actor, now: clock.now() }),
    );
    const { pictureIds } = complaint;
    if (pictureIds.length > 0) {
      // Looked at first, so that a complaint that is refused keeps no pictures.
      const order = await store.load(campusId, orderId);
      const possible = order ? decide(order) : err({ kind: "orderNotFound" } as const);
      if (!possible.ok) return possible;
      if (!(await pictures.claim(campusId, { pictureIds, ownerId: accountId })))
        return err({ kind: "pictureNotFound" } as const);
    }
    return change(caller, orderId, decide);
  }
  const caseOf = (found: Case) => toCase(found, pictures);
  return {
    complain: (caller, complaint) =>
      report(caller, complaint, (decide) => own(caller, decide), student(caller)),
    complainFor: (caller, complaint) => report(caller, complaint, (decide) => decide, operator(caller)),
    withdraw: (caller, orderId) =>
      change(
        caller,
        orderId,
        own(caller, (order) => withdraw(order, { actor: student(caller), now: clock.now() })),
      ),
    answerAfterSale: (caller, { orderId, agrees, words }) =>
      change(caller, orderId, (order) =>
        answer(order, { agrees, words }, { actor: kitchen(caller), now: clock.now() }),
      ),
    decideAfterSale: (caller, { orderId, ...verdict }) =>
      change(caller, orderId, (order) =>
        decideAfterSale(order, verdict, { actor: operator(caller), now: clock.now() }),
      ),
    async merchantAfterSales({ campusId, shopIds }, { open }) {
      return (await store.afterSales(campusId, { shopIds, open, limit: most })).map(caseOf);
    },
    async consoleAfterSales(campusId, { open }) {
      return (await store.afterSales(campusId, { shopIds: null, open, limit: most })).map(caseOf);
    },
  };
}

type Case = Awaited<ReturnType<OrderStore["afterSales"]>>[number];

function toCase({ order, afterSale }: Case, pictures: ComplaintPictures): AfterSaleCase {
  const { shop } = order;
  return {
    afterSaleId: afterSale.afterSaleId,
    orderId: order.orderId,
    orderNo: order.orderNo,
    shopId: shop.shopId,
    shopName: shop.name,
    placeName: order.place.name,
    handover: order.handover,
    hasRider: order.rider !== null,
    deliveredAt: order.deliveredAt,
    promise: order.promise,
    lines: order.lines,
    paidLines: paidLines(order),
    totalFen: order.amounts.totalFen,
    afterSale: withPictures(order.campusId, afterSale, pictures),
    answerBy: afterSale.openedAt + answerWithin,
  };
}
