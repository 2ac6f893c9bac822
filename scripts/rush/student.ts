import type { Host } from "@sanqi/kernel";
import type { OrderView } from "@sanqi/orders";
import { randomCart } from "./cart.ts";
import { insist } from "./client.ts";
import type { Entry } from "./ledger.ts";
import { codeOf } from "./tally.ts";
import { habits } from "./tempo.ts";
import { logIn, type Person, type World } from "./world.ts";

/** Of ten students six use WeChat, two Alipay, two DingTalk. */
export const hostOf = (n: number): Host =>
  (["weapp", "weapp", "alipay", "weapp", "dd"] as const)[n % 5] ?? "weapp";
export const nameOf = (n: number): string => `rush-${n}`;

/** One student's lunch, from opening the app to having eaten; failures are counted, never thrown. */
export async function haveLunch(world: World, n: number): Promise<void> {
  const { tally } = world;
  tally.add("arrived");
  let me: Person | null = null;
  try {
    me = await logIn(world, { host: hostOf(n), key: nameOf(n), measured: true });
    world.guests.push({ key: me.key, accountId: me.accountId });
    const entry = await order(world, me);
    if (!entry) tally.add("gaveUp");
    else await payAndEat(world, me, entry);
  } catch (error) {
    tally.add("failed");
    tally.failure("student", error);
  } finally {
    me?.close();
  }
}

/** Looks around and orders; null when everything that was tried was sold out or closed meanwhile. */
async function order(world: World, me: Person): Promise<Entry | null> {
  const { tally, random } = world;
  const placeId = random.pick(world.dormitories);
  for (let tries = 0; tries < habits.tries && !world.closed; tries += 1) {
    const shops = await tally.time("shops", () => me.api.catalog.shops.query({ placeId }));
    const open = shops.filter((shop) => shop.open);
    if (open.length === 0) return null;
    const { shopId } = random.pick(open);
    await world.sleep(world.tempo.lookMs);
    const menu = await tally.time("menu", () => me.api.catalog.menu.query({ shopId, placeId }));
    const lines = randomCart(menu, random);
    await world.sleep(world.tempo.lookMs);
    if (!lines) continue;
    const quote = await tally.time("quote", () => me.api.orders.quote.query({ shopId, placeId, lines }));
    if (quote.problems.length > 0) continue;
    await world.sleep(world.tempo.lookMs);
    const cart = { shopId, placeId, lines, expectedTotalFen: quote.amounts.totalFen };
    const entry = await place(world, me, cart);
    if (entry) return entry;
  }
  return null;
}

type Cart = Omit<
  Parameters<Person["api"]["orders"]["place"]["mutate"]>[0],
  "key" | "note" | "cutlery" | "contactPhone"
>;

/** Null where the dish was sold out a moment before: then the student chooses anew. */
async function place(world: World, me: Person, cart: Cart): Promise<Entry | null> {
  const { tally, ledger, random } = world;
  const key = crypto.randomUUID();
  const request = {
    ...cart,
    key,
    note: "",
    cutlery: 1,
    contactPhone: random.chance(0.5) ? "13800138000" : null,
  };
  const submit = async () => {
    ledger.asked(key);
    const answer = await insist(() => tally.time("place", () => me.api.orders.place.mutate(request)));
    ledger.answered(key, answer.orderId);
    return answer;
  };
  const taps = random.chance(habits.placesTwice) ? [submit(), submit()] : [submit()];
  if (taps.length > 1) tally.add("repeats");
  const [first, ...others] = await Promise.allSettled(taps);
  const answered = [first, ...others].find((tap) => tap?.status === "fulfilled");
  if (answered?.status !== "fulfilled") {
    const reason: unknown = first?.status === "rejected" ? first.reason : null;
    if (["SOLD_OUT", "SHOP_CLOSED", "PRICE_CHANGED"].includes(codeOf(reason))) return null;
    throw reason;
  }
  tally.add("placed");
  const { orderId, totalFen } = answered.value;
  return ledger.placed({ orderId, person: me.key, host: me.host, accountId: me.accountId, key, totalFen });
}

async function payAndEat(world: World, me: Person, entry: Entry): Promise<void> {
  const { tally, random, phone } = world;
  const { orderId } = entry;
  const templateIds = [...(world.templates[me.host] ?? [])];
  if (templateIds.length > 0) {
    await phone.allowMessages(me.host, me.key, templateIds);
    await me.api.notifications.grant.mutate({ templateIds });
  }
  if (random.chance(habits.neverPays)) return tally.add("unpaid");
  const key = crypto.randomUUID();
  const { params, paymentId } = await insist(() =>
    tally.time("prepare", () => me.api.payments.prepare.mutate({ orderId, key })),
  );
  await world.sleep(world.tempo.cashierMs);
  await tally.time("pay", () => phone.pay(me.key, params));
  entry.moneyGivenAt = performance.now();
  await insist(() => tally.time("confirm", () => me.api.payments.confirm.mutate({ paymentId })));
  tally.add("paid");
  if (random.chance(habits.cancels) && (await cancel(world, me, entry))) return;
  await follow(world, me, entry);
}

/** False where the kitchen was quicker: then the meal comes. */
async function cancel(world: World, me: Person, entry: Entry): Promise<boolean> {
  await world.sleep(world.tempo.regretMs);
  try {
    await me.api.orders.cancel.mutate({ orderId: entry.orderId, reason: "不想等了" });
  } catch (error) {
    if (codeOf(error) === "ORDER_STATE_CONFLICT") return false;
    throw error;
  }
  entry.stage = "cancelled";
  world.tally.add("cancelled");
  return true;
}

const ends = new Set<string>(["delivered", "completed", "cancelled", "refused", "expired"]);

/** Keeps the order's page open until the order has ended or the rush closes. */
function follow(world: World, me: Person, entry: Entry): Promise<void> {
  const { tally } = world;
  return new Promise((resolve) => {
    let troubles = 0;
    let following: { unsubscribe(): void } | null = null;
    const leave = () => {
      following?.unsubscribe();
      resolve();
    };
    const watch = () => {
      following = me.api.orders.watch.subscribe(
        { orderId: entry.orderId, version: 0 },
        {
          onData(update) {
            if (update.kind !== "order") return;
            note(world, entry, update.order);
            if (ends.has(update.order.stage)) leave();
          },
          onError(error) {
            tally.failure("watch", error);
            troubles += 1;
            if (troubles < 5 && !world.closed) setTimeout(watch, 500);
            else leave();
          },
        },
      );
    };
    world.onClose(leave);
    watch();
  });
}

function note({ tally }: World, entry: Entry, order: OrderView): void {
  const { stage, pickupCode } = order;
  entry.pickupCode = pickupCode ?? entry.pickupCode;
  if (stage === "cooking" && !entry.acceptSeen && entry.acceptCalledAt !== null) {
    entry.acceptSeen = true;
    tally.note("accept→student", performance.now() - entry.acceptCalledAt);
  }
  if (stage === entry.stage) return;
  entry.stage = stage;
  if (stage === "delivered") tally.add("delivered");
  if (stage === "refused") tally.add("refused");
  if (stage === "cancelled") tally.add("cancelled");
}
