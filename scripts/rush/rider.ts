import { distanceMetres, type Point } from "@sanqi/kernel";
import type { RiderTask } from "@sanqi/orders";
import { insist } from "./client.ts";
import { metresOf, pointAlong } from "./route.ts";
import { tempo } from "./tempo.ts";
import type { Person, World } from "./world.ts";

type Chooser = Pick<World["random"], "pick">;

/** Tasks that go along with another: from the same counter, to doors in the same direction. */
const alongWith = (first: RiderTask, tasks: readonly RiderTask[]): RiderTask[] =>
  tasks.filter(
    (task) =>
      task.orderId !== first.orderId &&
      distanceMetres(task.shop.point, first.shop.point) <= tempo.sameCounterMetres &&
      distanceMetres(task.place.point, first.place.point) <= tempo.sameDirectionMetres,
  );

/** What a rider packs into one round: some task at the nearest counter that has any, and others that go along with it. */
export function chooseRound(
  available: readonly RiderTask[],
  rider: { here: Point | null; random: Chooser },
): RiderTask[] {
  const { here, random } = rider;
  if (available.length === 0) return [];
  const way = (task: RiderTask) => (here ? distanceMetres(here, task.shop.point) : 0);
  const nearest = Math.min(...available.map(way));
  const first = random.pick(available.filter((task) => way(task) <= nearest + tempo.sameCounterMetres));
  return [first, ...alongWith(first, available).slice(0, tempo.boxHolds - 1)];
}

/** The stops of a round, each time the door that is nearest next. */
export function stopsInOrder(tasks: readonly RiderTask[], from: Point): RiderTask[] {
  const left = [...tasks];
  const stops: RiderTask[] = [];
  for (let here = from; left.length > 0; here = stops.at(-1)?.place.point ?? here) {
    left.sort((a, b) => distanceMetres(here, a.place.point) - distanceMetres(here, b.place.point));
    stops.push(...left.splice(0, 1));
  }
  return stops;
}

/** A rider's shift: claim, fetch, carry, hand over, until the rush closes. */
export function runRider(world: World, rider: Person): void {
  const { tally, ledger, tempo } = world;
  const ready = new Set<string>();
  let here: Point | null = null;
  /** What is waited for at a counter; null while idle, when any news may be work. */
  let bags: readonly RiderTask[] | null = null;
  let rouse = () => {};
  const ofRush = (task: RiderTask) => ledger.entries.has(task.orderId);

  const watching = rider.api.rider.watch.subscribe(undefined, {
    onData({ type, orderId }) {
      if (type === "order.ready") ready.add(orderId);
      const news = type === "order.accepted" || type === "order.ready";
      if (bags === null ? news : bags.some((bag) => bag.orderId === orderId)) rouse();
    },
    onError: (error) => tally.failure("rider watch", error),
  });
  world.onClose(() => {
    watching.unsubscribe();
    rouse();
  });

  const hintOr = (ms: number) => {
    const hint = new Promise<void>((resolve) => {
      rouse = resolve;
    });
    return Promise.race([world.sleep(ms), hint]);
  };

  async function walk(path: readonly Point[]): Promise<void> {
    const length = metresOf(path);
    const start = performance.now();
    for (let gone = 0; gone < length && !world.closed; ) {
      await world.sleep(Math.min(tempo.positionMs, ((length - gone) / tempo.metresPerSecond) * 1_000));
      gone = Math.min(length, ((performance.now() - start) / 1_000) * tempo.metresPerSecond);
      here = pointAlong(path, gone);
      const [lon, lat] = here;
      const { kept } = await rider.api.rider.report.mutate({ positions: [{ lon, lat, at: world.now() }] });
      tally.add("positions");
      if (kept === 0) tally.add("positionsDropped");
    }
  }

  /** What of a round was got; another rider may have been quicker. */
  async function claim(round: readonly RiderTask[]): Promise<RiderTask[]> {
    const mine: RiderTask[] = [];
    for (const task of round) {
      try {
        await tally.time("claim", () => rider.api.rider.claim.mutate({ orderId: task.orderId }));
        mine.push(task);
      } catch {
        tally.add("claimsLost");
      }
    }
    return mine;
  }

  async function deliver(task: RiderTask): Promise<void> {
    await world.sleep(tempo.handOverMs);
    const { orderId } = task;
    const code = ledger.entries.get(orderId)?.pickupCode;
    if (!code) throw new Error(`nobody told the code of ${orderId}`);
    await tally.time("deliver", () => rider.api.rider.deliver.mutate({ orderId, code }));
  }

  /** Fetches and hands over what the box holds; what is on its way already is not fetched again. */
  async function carry(tasks: readonly RiderTask[]): Promise<void> {
    const [first] = tasks;
    if (!first) return;
    const counter = first.shop.point;
    const box = tasks.filter((task) => task.fulfilment === "pickedUp");
    if (box.length === 0) box.push(...(await fetchAll(tasks, counter)));
    const [door, ...others] = stopsInOrder(box, counter);
    if (!door || world.closed) return;
    await walk((await rider.api.delivery.route.query({ orderId: door.orderId })).path);
    for (const task of [door, ...others]) {
      if (here) await walk([here, task.place.point]);
      await deliver(task).catch((error: unknown) => tally.failure("handover", error));
    }
  }

  /** Waits at the counter until everything is cooked; meanwhile what goes the same way is taken along. */
  async function fetchAll(claimed: readonly RiderTask[], counter: Point): Promise<RiderTask[]> {
    const [first] = claimed;
    await walk(here ? [here, counter] : [counter, counter]);
    here = counter;
    const box = [...claimed];
    for (const task of box) if (task.fulfilment === "ready") ready.add(task.orderId);
    const isReady = (task: RiderTask) => ready.has(task.orderId);
    while (!world.closed && first) {
      const board = await rider.api.rider.board.query();
      for (const task of board.mine) if (task.fulfilment === "ready") ready.add(task.orderId);
      const room = tempo.boxHolds - box.length;
      if (room > 0) {
        const more = alongWith(first, board.available.filter(ofRush)).filter(
          (task) => task.fulfilment === "ready",
        );
        const taken = await claim(more.slice(0, room));
        for (const { orderId } of taken) ready.add(orderId);
        box.push(...taken);
      }
      if (box.every(isReady)) break;
      bags = box;
      await hintOr(tempo.pollMs);
    }
    bags = null;
    await world.sleep(tempo.handOverMs);
    if (world.closed) return [];
    for (const { orderId } of box) await insist(() => rider.api.rider.pickUp.mutate({ orderId }));
    return box;
  }

  async function shift(): Promise<void> {
    while (!world.closed) {
      try {
        const board = await rider.api.rider.board.query();
        // Something left over from a round that was interrupted comes first.
        const left = board.mine.filter(ofRush);
        const offered = board.available.filter(ofRush);
        const box =
          left.length > 0 ? left : await claim(chooseRound(offered, { here, random: world.random }));
        if (box.length > 0) await carry(box);
        else {
          await hintOr(tempo.pollMs);
          await world.sleep(tempo.riderLookMs);
        }
      } catch (error) {
        if (!world.closed) tally.failure("rider", error);
        await world.sleep(tempo.riderLookMs);
      }
    }
  }
  void shift();
}
