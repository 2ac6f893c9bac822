import { type Stage, stageWords } from "@sanqi/orders";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { stageNames } from "./stages.ts";

/** The stage in one trade word; pointing at it shows what the student reads. */
export function StagePill({ stage }: { stage: Stage }) {
  const say = useSay();
  return (
    <Pill tone={stageNames[stage].tone} dot title={say(stageWords[stage])}>
      {say(stageNames[stage])}
    </Pill>
  );
}
