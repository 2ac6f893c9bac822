import {
  type CacheParts,
  type CacheRules,
  createVersionedCache,
  type Entry,
  type Level,
  type Loaded,
  type SharedStore,
} from "@sanqi/cache";
import {
  type AccountId,
  type CampusId,
  type Clock,
  err,
  type OrderId,
  ok,
  type Result,
  second,
} from "@sanqi/kernel";
import type { OrderError, OrderView } from "@sanqi/orders";
import type { ReadViews } from "@sanqi/orders/use-cases";
import type { Again, Hint } from "../live/feed.ts";

/** Whose order it is, and who carries it. */
type About = { readonly accountId: AccountId; readonly riderId: AccountId | null };
/** A student's view of an order; `body` is its JSON. */
export type KeptView = Entry<About>;

export type OrderViews = {
  /**
   * This person's view of this order: never older than `seen`, the version that the person has seen; null, where nobody says
   * what that is: as the database has it.
   */
  read(
    caller: { readonly campusId: CampusId; readonly accountId: AccountId },
    orderId: OrderId,
    seen: number | null,
  ): Promise<Result<KeptView, Extract<OrderError, { kind: "orderNotFound" }>>>;
  /** The order was changed and its event is out. */
  changed(campusId: CampusId, orderId: OrderId, version: number): void;
  /** What other processes say of orders. */
  heard(news: Hint | Again): void;
};

/** Raise it whenever a view reads differently than before: what an older release keeps in Redis is then not taken for ours. */
export const viewFormat = 1;

/**
 * A view of 3 KB: 32 MiB hold the lunch of ten thousand. Signed links in views work for at least six hours, so a minute in
 * Redis and some seconds here take nothing of their life that anybody could notice.
 */
const rules: CacheRules = {
  memoryMs: 5 * second,
  absentMs: 3 * second,
  sharedMs: 60 * second,
  maxBytes: 32 * 1024 * 1024,
  maxAbsent: 10_000,
  maxVersions: 50_000,
  lanes: 2,
  batch: 100,
};

export type OrderViewParts = {
  readonly readViews: ReadViews;
  readonly shared: SharedStore | null;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly count?: (level: Level) => void;
};

/** What hosts see of orders, kept for the many who look again and again. */
export function createOrderViews(parts: OrderViewParts): OrderViews {
  const cache = createVersionedCache<About>({ ...parts, rules, load: loadWith(parts.readViews) });
  // What was kept before this process listened may have missed a change.
  cache.distrust();
  return {
    async read({ campusId, accountId }, orderId, seen) {
      const kept = await cache.get(keyOf(campusId, orderId), { atLeast: seen ?? "newest" });
      // Somebody else's order does not exist for a student: the answer must not tell whether the id is real.
      return kept?.about.accountId === accountId ? ok(kept) : err({ kind: "orderNotFound" });
    },
    changed: (campusId, orderId, version) => cache.announce(keyOf(campusId, orderId), version),
    heard(news) {
      if (news.kind === "again") cache.distrust();
      if (news.kind === "order") cache.outdated(keyOf(news.campusId, news.orderId), news.version);
    },
  };
}

/** The view itself, for who needs more than its bytes. */
export const viewIn = ({ body }: KeptView): OrderView => JSON.parse(body.toString()) as OrderView;

const keyOf = (campusId: CampusId, orderId: OrderId) => `${campusId}/${orderId}`;

const loadWith =
  (readViews: ReadViews): CacheParts<About>["load"] =>
  async (keys) => {
    const asked = keys.map((key) => key.split("/") as [CampusId, OrderId]);
    const found = new Map<string, Loaded<About>>();
    for (const [campusId, orders] of Map.groupBy(asked, ([campus]) => campus)) {
      const views = await readViews(
        campusId,
        orders.map(([, orderId]) => orderId),
      );
      for (const [orderId, { accountId, riderId, view, validUntil }] of views)
        found.set(keyOf(campusId, orderId), {
          ...{ version: view.version, validUntil, about: { accountId, riderId } },
          body: Buffer.from(JSON.stringify(view)),
        });
    }
    return found;
  };
