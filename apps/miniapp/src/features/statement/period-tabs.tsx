import { chinaDay } from "@sanqi/kernel";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Tabs } from "@/ui";
import { type PeriodName, periodNames, periodOf } from "./periods";
import { statementWords } from "./statement-words";

/** The period that is looked at, and its days as the server wants them. */
export function usePeriod(now: number) {
  const [name, setName] = useState<PeriodName>("week");
  return { name, setName, days: periodOf(name, chinaDay(now)) };
}

export function PeriodTabs({ value, onChange }: { value: PeriodName; onChange: (name: PeriodName) => void }) {
  const t = useWords(statementWords);
  return (
    <Tabs
      kind="segment"
      items={periodNames.map((key) => ({ key, label: t(key) }))}
      value={value}
      onChange={onChange}
    />
  );
}
