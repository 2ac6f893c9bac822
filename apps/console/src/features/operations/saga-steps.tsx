import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { preciseText } from "../../ui/time.ts";
import { deliveryStates, stepStates } from "./saga-words.ts";
import type { SagaDetail } from "./use-operations.ts";

type Compensation = SagaDetail["steps"][number]["compensation"];

function Undoing({ compensation }: { compensation: Compensation }) {
  const say = useSay();
  return "because" in compensation ? (
    <>
      {say("不撤回：", "Not undone: ")}
      {say(compensation.because)}
    </>
  ) : (
    <>
      {say("做不成时：", "Where it fails: ")}
      {say(compensation.words)} <span className="mono faint">{compensation.name}</span>
    </>
  );
}

/** Each step with its time and trace id, who does it, and what undoes it. */
export function SagaSteps({ steps }: { steps: SagaDetail["steps"] }) {
  const say = useSay();
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.name} className={`tone-${stepStates[step.state].tone}`}>
          <p className="step-head">
            <strong>{say(step.title)}</strong>
            <Pill tone={stepStates[step.state].tone}>{say(stepStates[step.state])}</Pill>
            {step.at !== null && (
              <time className="figures soft small" dateTime={new Date(step.at).toISOString()}>
                {preciseText(step.at)}
              </time>
            )}
            {step.traceId && <CopyText text={step.traceId} label={say("追踪号", "trace id")} short={8} />}
          </p>
          <p className="small soft">
            <Undoing compensation={step.compensation} />
          </p>
          {step.by && <p className="small faint mono">{step.by}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Work of the saga itself first; views, messages and books are tried again and stop nothing. */
export function SagaDeliveries({ deliveries }: { deliveries: SagaDetail["deliveries"] }) {
  const say = useSay();
  const ordered = deliveries.toSorted((a, b) => Number(b.ofSaga) - Number(a.ofSaga));
  return (
    <ul className="rows">
      {ordered.map((delivery) => (
        <li key={`${delivery.eventId}${delivery.consumer}`} className="row">
          <p className="step-head">
            <span className="mono small">
              {delivery.type} → {delivery.consumer}
            </span>
            <Pill tone={deliveryStates[delivery.state].tone}>{say(deliveryStates[delivery.state])}</Pill>
            {delivery.attempts > 1 && (
              <span className="small faint">
                {say(`试了 ${delivery.attempts} 次`, `${delivery.attempts} tries`)}
              </span>
            )}
            {!delivery.ofSaga && <span className="small faint">{say("不影响退款", "stops no money")}</span>}
          </p>
          {delivery.error && delivery.state !== "done" && (
            <pre className="parked-error">{delivery.error}</pre>
          )}
        </li>
      ))}
    </ul>
  );
}
