import { chinaClockText } from "@sanqi/kernel";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { latenessOf, latenessWords } from "./lateness.ts";

/** The promised range and, where somebody should look, how it stands against the clock. */
export function PromiseText({ order, now }: { order: Parameters<typeof latenessOf>[0]; now: number }) {
  const say = useSay();
  const lateness = latenessOf(order, now);
  const words = latenessWords(lateness);
  return (
    <span className="promise">
      <span className="figures">
        {chinaClockText(order.promise.earliest)}–{chinaClockText(order.promise.latest)}
      </span>
      {words && <Pill tone={lateness.kind === "late" ? "danger" : "warning"}>{say(words)}</Pill>}
    </span>
  );
}
