import { useSay } from "../../ui/language.tsx";
import { momentText } from "../../ui/time.ts";
import type { DifferenceDetail } from "./use-reconciliation.ts";
import { commandWords } from "./words.ts";

/** Who did what about a difference, oldest first. */
export function CaseSteps({ steps, now }: { steps: DifferenceDetail["steps"]; now: number }) {
  const say = useSay();
  return (
    <ol className="case-steps">
      {steps.map((step) => (
        <li key={`${step.at}${step.command}`}>
          <span className="faint small figures">{momentText(step.at, now)}</span>
          <div>
            <p>
              {say(commandWords[step.command])} <span className="faint small">{step.actorName}</span>
            </p>
            {step.reason && <q>{step.reason}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}
