import { toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OrderHint } from "./feed.ts";
import { createLiveFeed } from "./live-feed.ts";
import { postgresWire } from "./postgres-wire.ts";
import type { HintEar, OpenHintWire } from "./wire.ts";

const hint = (version: number): OrderHint => ({
  kind: "order",
  campusId: toId("campus", "cmp_00000000000000000001"),
  orderId: toId("order", `ord_${String(version).padStart(20, "0")}`),
  shopId: toId("shop", "shp_00000000000000000001"),
  version,
  type: "order.paid",
});
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(wire: OpenHintWire) {
  const troubles: unknown[] = [];
  const feed = await createLiveFeed(wire, (error) => troubles.push(error));
  closing.push(() => feed.close());
  const leaving = new AbortController();
  const heard: (number | "again")[] = [];
  const reading = (async () => {
    for await (const told of feed.follow(() => true, leaving.signal))
      if (told.kind !== "rider") heard.push(told.kind === "again" ? "again" : told.version);
  })();
  closing.push(async () => {
    leaving.abort();
    await reading;
  });
  return { feed, heard, troubles };
}

/** A wire between processes of which each can be cut off. */
function fakeWire() {
  const ears = new Set<HintEar>();
  const cut = new Set<HintEar>();
  const sizes: number[] = [];
  const last: HintEar[] = [];
  const wire: OpenHintWire = async (ear) => {
    ears.add(ear);
    last.push(ear);
    return {
      async send(text) {
        if (cut.has(ear)) throw new Error("cut off");
        sizes.push(Buffer.byteLength(text));
        for (const other of ears) if (!cut.has(other)) other.heard(text);
      },
      close: async () => void ears.delete(ear),
    };
  };
  return {
    wire,
    sizes,
    cut: (place: number) => void cut.add(last[place] as HintEar),
    mend(place: number) {
      cut.delete(last[place] as HintEar);
      last[place]?.restored();
    },
    say: (text: string) => {
      for (const ear of ears) ear.heard(text);
    },
  };
}

describe("live hints between processes", () => {
  it("are heard by what must be up to date before any follower learns of them", async () => {
    const fake = fakeWire();
    const [here, there] = [await open(fake.wire), await open(fake.wire)];
    const order: string[] = [];
    const stop = new AbortController();
    closing.push(async () => stop.abort());
    for (const [name, { feed }] of Object.entries({ here, there })) {
      // `matches` is asked when a hint is handed out.
      feed.follow((told) => {
        order.push(`${name} follower ${told.kind}`);
        return true;
      }, stop.signal);
      feed.hearFirst((told) => void order.push(`${name} first ${told.kind}`));
    }
    here.feed.publish(hint(1));
    await until(() => order.length === 4);
    expect(order).toEqual([
      "here first order",
      "here follower order",
      "there first order",
      "there follower order",
    ]);
    fake.mend(1);
    expect(order.at(-1)).toBe("there first again");
  });

  it("arrive once, in texts that a NOTIFY can carry", async () => {
    const { wire, sizes } = fakeWire();
    const [here, there] = [await open(wire), await open(wire)];
    for (let version = 1; version <= 100; version += 1) here.feed.publish(hint(version));
    await until(() => there.heard.length === 100 && here.heard.length === 100);
    expect(there.heard).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7_500);
  });

  it("that could not be sent are made up for: everybody reads again", async () => {
    const net = fakeWire();
    const [here, there] = [await open(net.wire), await open(net.wire)];
    net.cut(0);
    here.feed.publish(hint(1));
    await until(() => here.troubles.length > 0);
    expect(there.heard).toEqual([]);
    net.mend(0);
    await until(() => there.heard.includes("again"));
    expect(here.heard).toEqual([1, "again"]);
    expect(here.troubles).toHaveLength(1);
  });

  it("that were missed by somebody who was cut off lead to his reading again", async () => {
    const net = fakeWire();
    const [here, there] = [await open(net.wire), await open(net.wire)];
    net.cut(1);
    here.feed.publish(hint(1));
    await until(() => net.sizes.length > 0);
    net.mend(1);
    await until(() => there.heard.length > 0);
    expect(there.heard).toEqual(["again"]);
  });

  it("pass over what others say on the same channel", async () => {
    const net = fakeWire();
    const { heard, feed } = await open(net.wire);
    for (const text of ["", "null", "{}", '{"hints":1}']) net.say(text);
    feed.publish(hint(1));
    await until(() => heard.length > 0);
    expect(heard).toEqual([1]);
  });
});

describe("PostgreSQL's wire", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase([]);
  });
  afterAll(() => db.drop());

  it("says that its connection broke, and carries again afterwards", async () => {
    const [here, there] = [await open(postgresWire(db.sql)), await open(postgresWire(db.sql))];
    here.feed.publish(hint(1));
    await until(() => there.heard.includes(1));
    const ended = await db.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %' and pid <> pg_backend_pid()`;
    expect(ended.count).toBeGreaterThan(0);
    await until(() => there.heard.includes("again"));
    here.feed.publish(hint(2));
    await until(() => there.heard.includes(2));
  });
});
