import { day, fen, hour } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  duePeriod,
  endedPeriod,
  nextPayoutState,
  type Payout,
  type PayoutState,
  payoutCommands,
  payoutPosting,
  payoutStates,
} from "./payout.ts";
import { owedBy, type Posting } from "./posting.ts";

const payee = "merchant:shp_1" as const;
const fresh: Payout = {
  payoutId: "pyt_1" as never,
  payee,
  period: "2026-11-16..2026-11-22",
  amountFen: fen(5000),
  state: "prepared",
  attempt: 1,
  preparedAt: 1,
  changedAt: 1,
  note: "",
};

describe("the states of a pay-out", () => {
  it("are all reachable, and end at paid or cancelled", () => {
    const reached = new Set<PayoutState>(["prepared"]);
    for (const from of reached)
      for (const command of payoutCommands) {
        const to = nextPayoutState(from, command);
        if (to) reached.add(to);
      }
    expect([...reached].sort()).toEqual(Object.keys(payoutStates).sort());
    expect([payoutStates.paid, payoutStates.cancelled]).toEqual([{}, {}]);
  });

  it("move its money once each way, along every way through the table", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...payoutCommands), { maxLength: 15 }), (commands) => {
        let payout = fresh;
        const postings: Posting[] = [];
        const post = (posting: Posting | null) => posting && postings.push(posting);
        post(payoutPosting(null, payout));
        for (const command of commands) {
          const state = nextPayoutState(payout.state, command);
          if (!state) continue;
          const after = { ...payout, state, attempt: payout.attempt + (command === "renew" ? 1 : 0) };
          post(payoutPosting(payout.state, after));
          payout = after;
        }
        const set = payout.state === "prepared" || payout.state === "sent";
        const owed = (account: Parameters<typeof owedBy>[1]) => owedBy(postings, account);
        expect([owed(payee), owed("transit"), owed("bank")]).toEqual([
          payout.state === "paid" || set ? -5000 : 0,
          set ? 5000 : 0,
          payout.state === "paid" ? 5000 : 0,
        ]);
        expect(new Set(postings.map(({ key }) => key)).size).toBe(postings.length);
      }),
    );
  });
});

describe("the period of a pay-out", () => {
  // A Sunday: 2026-11-22 00:00 in China.
  const sunday = Date.UTC(2026, 10, 21, 16);
  it.each([
    ["day", sunday, "2026-11-21..2026-11-21"],
    ["day", sunday + day - 1, "2026-11-21..2026-11-21"],
    ["week", sunday, "2026-11-09..2026-11-15"],
    ["week", sunday + day, "2026-11-16..2026-11-22"],
    ["week", sunday + 8 * day - 1, "2026-11-16..2026-11-22"],
  ] as const)("by the %s is the last whole one", (every, now, name) => {
    expect(endedPeriod(now, every).name).toBe(name);
  });
  it("is due at two in the morning", () => {
    expect(duePeriod(sunday + 2 * hour - 1, "day").name).toBe("2026-11-20..2026-11-20");
    expect(duePeriod(sunday + 2 * hour, "day").name).toBe("2026-11-21..2026-11-21");
  });
});
