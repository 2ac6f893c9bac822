import { Button, Input } from "antd";
import { useSay } from "../../ui/language.tsx";
import { type Days, daysProblem, presetDays } from "./periods.ts";

type Props = { days: Days; now: number; onChange: (days: Days) => void };

/** The first and the last day of a period, or one of the usual ones. */
export function DaysPicker({ days, now, onChange }: Props) {
  const say = useSay();
  const problem = daysProblem(days);
  const set = (change: Partial<Days>) => {
    const next = { ...days, ...change };
    // A day that is half typed is not a day yet.
    if (daysProblem(next) === null) onChange(next);
  };
  return (
    <div className="days-picker">
      <Input
        type="date"
        aria-label={say("开始日期", "First day")}
        value={days.from}
        max={days.to}
        onChange={(event) => set({ from: event.target.value })}
      />
      <span className="faint">–</span>
      <Input
        type="date"
        aria-label={say("结束日期", "Last day")}
        value={days.to}
        min={days.from}
        onChange={(event) => set({ to: event.target.value })}
      />
      {presetDays(now).map((preset) => (
        <Button
          key={preset.en}
          size="small"
          type={preset.from === days.from && preset.to === days.to ? "primary" : "default"}
          onClick={() => onChange({ from: preset.from, to: preset.to })}
        >
          {say(preset)}
        </Button>
      ))}
      {problem && <span className="tone-danger-ink small">{say(problem)}</span>}
    </div>
  );
}
