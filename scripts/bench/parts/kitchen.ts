import type { Host } from "@sanqi/kernel";
import type { Figures } from "../../report.ts";
import { connectTo } from "../../rush/client.ts";
import { fillDirectory } from "../../rush/crew.ts";
import { hostOf, nameOf } from "../../rush/student.ts";
import { logIn, openWorld, type Person, type World } from "../../rush/world.ts";
import type { Bench } from "../context.ts";
import { guestToken } from "../guests.ts";
import { percentile, rounded } from "../numbers.ts";
import { orderBody } from "../requests.ts";
import { hire } from "../staff.ts";

/** How many people are served at a time while the stage is set. */
const atOnce = 24;
const boardMs = 300;
const graceMs = 60_000;

type Payable = { readonly person: Person; readonly orderId: string; readonly pay: () => Promise<void> };

/** Somebody who has ordered and stands at the cashier of their host. */
async function comeToCashier(bench: Bench, world: World, n: number): Promise<Payable> {
  const host: Host = hostOf(n);
  const person = await logIn(world, { host, key: nameOf(n), measured: false });
  const cart = bench.carts[n % bench.carts.length];
  if (!cart) throw new Error("no cart");
  const answer = await fetch(`${world.url}${bench.placePath}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${person.token}` },
    body: orderBody(cart, crypto.randomUUID()),
  });
  const said = (await answer.json()) as { result?: { data: { orderId: string } } };
  if (!said.result) throw new Error(`not placed: ${JSON.stringify(said)}`);
  const { orderId } = said.result.data;
  const { params } = await person.api.payments.prepare.mutate({
    orderId: orderId as never,
    key: crypto.randomUUID(),
  });
  return { person, orderId, pay: () => world.phone.pay(person.key, params) };
}

async function setTable(bench: Bench, world: World): Promise<Payable[]> {
  const { inFlight } = bench.size;
  await fillDirectory(world, inFlight);
  const payables: Payable[] = [];
  let next = 0;
  const lane = async () => {
    while (next < inFlight) payables.push(await comeToCashier(bench, world, next++));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, inFlight) }, lane));
  return payables;
}

/** A kitchen at its board: reads it whenever a hint says that it changed, and notes when a ticket is first seen. */
function openKitchen(url: string, token: string, seen: Map<string, number>, now: () => number) {
  const { api, close } = connectTo(url, { token });
  let reading = false;
  let again = false;
  const read = async (): Promise<void> => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      const board = await api.merchant.board.query().catch(() => null);
      const at = now();
      for (const { orderId } of board?.new ?? []) if (!seen.has(orderId)) seen.set(orderId, at);
      await new Promise((resolve) => setTimeout(resolve, boardMs));
    } while (again);
    reading = false;
  };
  const open = new Promise<void>((resolve) => {
    api.merchant.watch.subscribe(undefined, {
      onStarted: () => {
        resolve();
        void read();
      },
      onData: () => void read(),
    });
  });
  return { open, close };
}

/** Platforms notify of payments while thousands of orders wait: how long until the ticket is on the kitchen's board? */
export async function benchKitchen(bench: Bench): Promise<Figures> {
  const { size, say, stage, campusId, carts } = bench;
  const figures = await bench.onBff({}, async (bff) => {
    const url = `http://127.0.0.1:${bff.port}`;
    const world = await openWorld({ url, sandbox: stage.sandboxUrl, now: stage.now }, { seed: 1 });
    const payables = await setTable(bench, world);
    await bench.settled();
    const seen = new Map<string, number>();
    const kitchens: { close(): void }[] = [];
    for (const shopId of new Set(carts.map((cart) => cart.shopId))) {
      const cook = await bench.newGuests(1);
      await hire(stage.sql, campusId, { n: cook, shopIds: [shopId], now: stage.now() });
      const kitchen = openKitchen(url, guestToken(campusId, cook), seen, stage.now);
      await kitchen.open;
      kitchens.push(kitchen);
    }
    const begin = performance.now();
    const paying = payables.map(async ({ pay }, n) => {
      const due = begin + (n * 1_000) / size.payments;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await pay();
    });
    await Promise.all(paying);
    const missing = () => payables.filter(({ orderId }) => !seen.has(orderId)).length;
    for (const end = performance.now() + graceMs; missing() > 0 && performance.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (const kitchen of kitchens) kitchen.close();
    world.close();
    if (missing() > 0)
      throw new Error(`${missing()} of ${payables.length} paid orders never reached a kitchen`);
    const told = await stage.sql<{ orderId: string; at: number }[]>`
      select p.order_id, min(n.received_at) as at from payment_notification n
      join payment p on p.campus_id = n.campus_id and p.payment_id = n.subject_id
      where p.campus_id = ${campusId} and p.order_id = any(${payables.map(({ orderId }) => orderId)}) group by p.order_id`;
    const ms = told.map(({ orderId, at }) => (seen.get(orderId) ?? 0) - at);
    if (ms.length < payables.length * 0.9)
      throw new Error(`only ${ms.length} of ${payables.length} payments were notified`);
    const p99 = percentile(ms, 0.99);
    say(
      `  ${payables.length} orders in flight, ${size.payments} payments/s, ${kitchens.length} kitchens: p50 ${percentile(ms, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${percentile(ms, 1).toFixed(0)} ms`,
    );
    return { paid_to_kitchen_p99_ms: { value: rounded(p99, 0), unit: "ms", goal: 2_000 } };
  });
  await bench.settled();
  return figures;
}
