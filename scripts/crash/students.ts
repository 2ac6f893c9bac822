import type { OrderId } from "@sanqi/kernel";
import { randomCart } from "../rush/cart.ts";
import type { KnownOrder } from "./memory.ts";
import type { SandboxPress } from "./outages.ts";
import type { Person, Town } from "./town.ts";

/** People of a crash run hurry, so that a short round sees everything. */
const habits = {
  looks: [20, 120],
  cashier: [20, 200],
  regrets: 0.25,
  neverPays: 0.06,
  rates: 0.7,
  complains: 0.25,
  /** Their platform tells of the payment late, twice or never. */
  badNews: 0.5,
  /** Only so many kitchens, so that dishes run out. */
  shops: 3,
} as const;

const hosts = ["weapp", "alipay", "weapp", "dd", "weapp"] as const;
const badNews = ["notify-late", "notify-twice", "never-notify"] as const;

/** Lunch after lunch until the round is over. What a student was answered is remembered; what was refused is shrugged off. */
export async function beStudent(town: Town, n: string, press: SandboxPress): Promise<void> {
  const host = hosts[Number(n.replace(/\D/g, "")) % hosts.length] ?? "weapp";
  const me = await town.logIn({ host, key: `crash-${n}` }).catch((error) => town.shrug("log in", error));
  if (!me) return;
  while (!town.closed) {
    try {
      const entry = await order(town, me);
      if (entry) await payAndEat(town, me, { entry, press });
    } catch (error) {
      town.shrug("student", error);
    }
    await town.rest(habits.looks);
  }
}

async function order(town: Town, me: Person): Promise<KnownOrder | null> {
  const { random, memory } = town;
  const placeId = random.pick(town.dormitories);
  const shops = await me.ask((api) => api.catalog.shops.query({ placeId }));
  const open = shops.filter((shop) => shop.open).slice(0, habits.shops);
  if (open.length === 0) return null;
  const { shopId } = random.pick(open);
  const menu = await me.ask((api) => api.catalog.menu.query({ shopId, placeId }));
  const lines = randomCart(menu, random);
  if (!lines) return null;
  const quote = await me.ask((api) => api.orders.quote.query({ shopId, placeId, lines }));
  const key = crypto.randomUUID();
  const { totalFen } = quote.amounts;
  const request = { shopId, placeId, lines, key, note: "", cutlery: 1, contactPhone: null };
  memory.asked(key);
  // Some tap twice: both have the same key.
  const taps = random.chance(0.2) ? 2 : 1;
  const answers = await Promise.allSettled(
    Array.from({ length: taps }, async () => {
      const wish = { ...request, expectedTotalFen: totalFen };
      const answer = random.chance(0.5)
        ? await me.post<{ orderId: OrderId; totalFen: number }>("/orders", wish)
        : await me.ask((api) => api.orders.place.mutate(wish));
      const { orderId } = answer;
      const { key: person, host, accountId } = me;
      return memory.answered({ orderId, key, person, host, accountId, totalFen: answer.totalFen });
    }),
  );
  const placed = answers.find((answer) => answer.status === "fulfilled");
  if (placed) return placed.value;
  throw (answers[0] as PromiseRejectedResult).reason;
}

async function payAndEat(
  town: Town,
  me: Person,
  { entry, press }: { entry: KnownOrder; press: SandboxPress },
): Promise<void> {
  const { random, phone } = town;
  const { orderId } = entry;
  const templateIds = [...(town.templates[me.host] ?? [])];
  if (templateIds.length > 0) {
    await phone.allowMessages(me.host, me.key, templateIds);
    await me.ask((api) => api.notifications.grant.mutate({ templateIds }));
  }
  if (random.chance(habits.neverPays)) return;
  const key = crypto.randomUUID();
  const { params, paymentId } = await me.ask((api) => api.payments.prepare.mutate({ orderId, key }));
  await town.rest(habits.cashier);
  if (random.chance(habits.badNews)) await press(me.host, paymentId, random.pick(badNews));
  await phone.pay(me.key, params);
  entry.moneyGiven = true;
  await me.ask((api) => api.payments.confirm.mutate({ paymentId }));
  if (random.chance(habits.regrets)) {
    await me
      .ask((api) => api.orders.cancel.mutate({ orderId, reason: "不想等了" }))
      .catch((error) => town.shrug("cancel", error));
  }
  await follow(town, me, entry);
}

const ended = new Set<string>(["completed", "cancelled", "refused", "expired"]);

/** Looks at the order again and again; rates or complains once it was delivered. */
async function follow(town: Town, me: Person, entry: KnownOrder): Promise<void> {
  const { orderId } = entry;
  while (!town.closed && !ended.has(entry.stage)) {
    await town.rest([250, 500]);
    const order = await me.ask((api) => api.orders.get.query({ orderId }));
    entry.stage = order.stage;
    entry.pickupCode = order.pickupCode ?? entry.pickupCode;
    if (order.stage !== "delivered") continue;
    if (town.random.chance(habits.complains)) await complain(me, entry);
    else if (town.random.chance(habits.rates))
      await me.ask((api) => api.orders.rate.mutate({ orderId, stars: 5, comment: "" }));
    return;
  }
}

async function complain(me: Person, { orderId }: KnownOrder): Promise<void> {
  const complaint = {
    orderId,
    reason: "missing" as const,
    words: "少了一份",
    items: [{ line: 0, quantity: 1 }],
  };
  await me.ask((api) => api.orders.complain.mutate(complaint));
}
