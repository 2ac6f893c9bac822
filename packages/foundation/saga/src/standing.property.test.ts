import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksOf, type Proof } from "./definition.ts";
import { plainEvents, plainSaga } from "./plain-saga-for-tests.ts";
import { moverOf, reached, standingOf, stepStates } from "./standing.ts";

const event = fc.record({
  type: fc.constantFrom(...plainEvents),
  eventId: fc.integer({ min: 1, max: 9 }).map((n) => `evt_${n}`),
  at: fc.integer({ min: 1_000, max: 9_000 }),
});
type Told = typeof event extends fc.Arbitrary<infer T> ? T : never;
const proofsOf = ({ type, eventId, at }: Told): Proof[] =>
  marksOf(plainSaga, type).map((mark) => ({
    ...{ ...mark, eventId: `${type}/${eventId}`, eventType: type, note: "no balance", at, traceId: "t" },
  }));
const begin: Told = { type: "thing.ended", eventId: "evt_0", at: 1_000 };
/** As the table keeps it: the same fact is one row. */
const kept = (proofs: readonly Proof[]) => [
  ...new Map(proofs.map((p) => [`${p.step}/${p.mark}/${p.eventId}`, p])).values(),
];
/** How far it has come: steps, then attempts, then whether the last one was refused. */
const progress = (proofs: readonly Proof[]): [number, number, number] => {
  const { attempt, refusal } = standingOf(plainSaga, proofs);
  return [reached(plainSaga, proofs), attempt, refusal === null ? 0 : 1];
};
const isBehind = (one: number[], other: number[]) => {
  const at = one.findIndex((n, i) => n !== other[i]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

describe("a saga", () => {
  it("stands where its facts put it, in whatever order and however often they are told", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (told, dice) => {
        const proofs = kept([begin, ...told].flatMap(proofsOf));
        const mixed = proofs
          .map((proof) => ({ proof, turn: dice.next().value }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ proof }) => proof);
        expect(standingOf(plainSaga, kept([...mixed, ...proofs]))).toEqual(standingOf(plainSaga, proofs));
      }),
    );
  });

  it("never goes back, and ends once", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (told) => {
        let proofs = proofsOf(begin);
        for (const one of told) {
          const more = kept([...proofs, ...proofsOf(one)]);
          expect(isBehind(progress(more), progress(proofs))).toBe(false);
          if (standingOf(plainSaga, proofs).state === "done")
            expect(standingOf(plainSaga, more).state).toBe("done");
          proofs = more;
        }
      }),
    );
  });

  it("is always in a state that the table allows and somebody can act on", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (told) => {
        const proofs = kept([begin, ...told].flatMap(proofsOf));
        const standing = standingOf(plainSaga, proofs);
        const done = standing.state === "done";
        expect([standing.step === null, standing.stuckAt === null, standing.endedAt !== null]).toEqual([
          done,
          done,
          done,
        ]);
        const states = stepStates(plainSaga, proofs).map(({ state }) => state);
        expect(states.filter((state) => state === "waiting" || state === "refused")).toHaveLength(
          done ? 0 : 1,
        );
        if (standing.refusal !== null) expect(moverOf(plainSaga, proofs)?.consumer).toBe("renew-on-refused");
      }),
    );
  });
});

describe("a step", () => {
  const after = (...types: string[]) =>
    kept(types.flatMap((type, n) => proofsOf({ type, eventId: `evt_${n}`, at: 1_000 + n })));

  it("that was refused waits for a person at once, and is begun again under its own number", () => {
    const refused = after("thing.ended", "money.asked", "money.refused");
    expect(standingOf(plainSaga, refused)).toMatchObject({
      step: "back",
      attempt: 1,
      refusal: "no balance",
      stuckAt: 1_002,
    });
    expect(moverOf(plainSaga, refused)).toEqual({
      consumer: "renew-on-refused",
      eventId: "money.refused/evt_2",
    });
    const renewed = after("thing.ended", "money.asked", "money.refused", "money.asked");
    expect(standingOf(plainSaga, renewed)).toMatchObject({
      step: "back",
      attempt: 2,
      refusal: null,
      stuckAt: 601_003,
    });
    expect(moverOf(plainSaga, renewed)).toEqual({ consumer: "send-on-asked", eventId: "money.asked/evt_3" });
  });

  it("before one that is proven counts as passed, and an optional one as skipped", () => {
    const states = (...types: string[]) => stepStates(plainSaga, after(...types)).map(({ state }) => state);
    expect(states("thing.ended", "money.back")).toEqual(["done", "passed", "skipped", "done", "waiting"]);
    expect(states("thing.ended", "money.refused")).toEqual(["done", "passed", "skipped", "refused", "ahead"]);
    expect(states("thing.ended", "thing.told")).toEqual(["done", "passed", "skipped", "passed", "done"]);
  });

  it("is moved on by whoever handles the last news before it", () => {
    expect(moverOf(plainSaga, after("thing.ended"))).toEqual({
      consumer: "ask-on-ended",
      eventId: "thing.ended/evt_0",
    });
    expect(moverOf(plainSaga, after("thing.ended", "money.asked", "share.back", "money.back"))).toEqual({
      consumer: "tell-on-back",
      eventId: "money.back/evt_3",
    });
    expect(moverOf(plainSaga, after("thing.ended", "thing.told"))).toBeNull();
  });
});
