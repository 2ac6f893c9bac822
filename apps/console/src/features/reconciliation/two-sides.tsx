import { fen } from "@sanqi/kernel";
import type { ReactNode } from "react";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import type { Difference } from "./use-reconciliation.ts";

function Side({ difference, value }: { difference: Difference; value: number | null }): ReactNode {
  const say = useSay();
  if (value === null) return <span className="faint">{say("没有", "nothing")}</span>;
  if (difference.subject === "stock") return say(`${value} 份`, `${value} portions`);
  return <Money amount={fen(value)} />;
}

/** What the one side says and what the other. */
export function TwoSides({ difference }: { difference: Difference }) {
  const say = useSay();
  const own = difference.channel === "own";
  return (
    <span className="two-sides">
      <span className="faint small">{own ? say("应为", "expected") : say("账单", "bill")}</span>
      <Side difference={difference} value={difference.expected} />
      <span className="faint small">{say("我方", "ours")}</span>
      <Side difference={difference} value={difference.found} />
      {difference.ownState !== null && <span className="faint small mono">{difference.ownState}</span>}
    </span>
  );
}
