import { type StepBoundary, stepBoundaries } from "@sanqi/resilience";
import type { Random } from "../rush/random.ts";

/** Who reaches a boundary, and when: in the rush, or after hours, when bills are read and money is shared. */
export type Place = "web" | "worker" | "afterHours";
/** How often it is reached in a round; what is frequent may be let pass a few times before the kill. */
type Reached = { readonly by: Place; readonly often: boolean; readonly bus?: "kafka" };

const web: Reached = { by: "web", often: true };
const worker: Reached = { by: "worker", often: true };
const seldom: Reached = { by: "worker", often: false };
const afterHours: Reached = { by: "afterHours", often: false };

/** A boundary that is not planned here does not compile. */
const reached: Readonly<Record<StepBoundary, Reached>> = {
  "place.priced": web,
  "place.committed": web,
  "order.written": web,
  "order.committed": web,
  "payment.stored": web,
  "payment.prepared": web,
  "payment.told": web,
  "payment.settled": web,
  "refund.requested": seldom,
  "refund.turnTaken": seldom,
  "refund.sent": seldom,
  "refund.recorded": seldom,
  "share.divided": afterHours,
  "share.sent": afterHours,
  "share.recorded": afterHours,
  "share.unfrozen": afterHours,
  "return.planned": afterHours,
  "return.sent": afterHours,
  "return.recorded": afterHours,
  "shipping.uploaded": seldom,
  "relay.taken": worker,
  "relay.handed": worker,
  "relay.published": worker,
  "reader.laid": { ...worker, bus: "kafka" },
  "consumer.taken": worker,
  "consumer.written": worker,
  "consumer.acted": worker,
  "consumer.done": worker,
  "job.taken": worker,
  "job.ran": worker,
  "saga.moved": seldom,
  "message.intended": seldom,
  "message.sent": seldom,
  "message.recorded": seldom,
  "ledger.posted": seldom,
  "bill.kept": afterHours,
  "bill.compared": afterHours,
  "bill.feesPosted": afterHours,
};

export const allBoundaries = Object.keys(stepBoundaries) as StepBoundary[];

export type Arming = { readonly boundary: StepBoundary; readonly times: number };

/** What is still to be armed. One that was not reached comes back to the end of its queue. */
export type KillPlan = {
  next(place: Place, bus: "postgres" | "kafka"): Arming | null;
  giveBack(arming: Arming): void;
  hit(arming: Arming): void;
  readonly boundariesHit: ReadonlySet<StepBoundary>;
  /** Boundaries of this place that nobody has died at yet. */
  open(place: Place): number;
};

/** Every boundary once, in an order that the seed chooses; then, over and over, all of them again. */
export function createKillPlan(random: Random): KillPlan {
  const boundariesHit = new Set<StepBoundary>();
  const armed = new Set<StepBoundary>();
  let queue: StepBoundary[] = random.shuffled(allBoundaries);
  return {
    next(place, bus) {
      const fits = (boundary: StepBoundary) => {
        const { by, bus: only } = reached[boundary];
        return by === place && !armed.has(boundary) && (only === undefined || only === bus);
      };
      // What nobody has died at yet goes first, also where an earlier try was in vain.
      const boundary = queue.find((each) => !boundariesHit.has(each) && fits(each)) ?? queue.find(fits);
      if (!boundary) return null;
      queue = [...queue.filter((each) => each !== boundary), boundary];
      armed.add(boundary);
      return { boundary, times: reached[boundary].often ? 1 + Math.floor(random.share() * 3) : 1 };
    },
    giveBack: ({ boundary }) => void armed.delete(boundary),
    hit({ boundary }) {
      armed.delete(boundary);
      boundariesHit.add(boundary);
    },
    boundariesHit,
    open: (place) =>
      allBoundaries.filter((boundary) => reached[boundary].by === place && !boundariesHit.has(boundary))
        .length,
  };
}
