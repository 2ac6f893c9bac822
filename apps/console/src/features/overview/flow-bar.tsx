import { Link } from "react-router";
import { useSay } from "../../ui/language.tsx";
import { type Lane, lanes } from "../orders/stages.ts";

const steps: readonly Lane[] = [
  "awaitingPayment",
  "waitingForKitchen",
  "scheduled",
  "cooking",
  "ready",
  "onTheWay",
  "done",
];

/** The way of an order as steps, each with how many stand on it now; a step opens the table on it. */
export function FlowBar({ counts }: { counts: Record<Lane, number> | null }) {
  const say = useSay();
  return (
    <ol className="flow-bar" aria-label={say("订单走到哪一步", "Where the orders are")}>
      {steps.map((lane) => (
        <li key={lane} className={`tone-${lanes[lane].tone}`}>
          <Link to={`/orders?stage=${lane}`}>
            <span className="flow-count">{counts?.[lane] ?? "–"}</span>
            <span>{say(lanes[lane])}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
