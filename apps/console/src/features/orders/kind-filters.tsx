import { type Handover, handovers } from "@sanqi/orders";
import { Segmented } from "antd";
import { Chips } from "../../ui/chips.tsx";
import { useSay } from "../../ui/language.tsx";
import type { OrderFilters } from "./filters.ts";
import { handoverWords } from "./handovers.ts";
import { markNames, marks } from "./marks.ts";

type Props = {
  filters: Pick<OrderFilters, "handover" | "mark">;
  onChange: (change: Partial<OrderFilters>) => void;
};

/** Which kind of order: how it is handed over, and what is special about it. */
export function KindFilters({ filters, onChange }: Props) {
  const say = useSay();
  return (
    <div className="kind-filters">
      <Segmented<Handover | "">
        size="small"
        aria-label={say("按交付方式筛选", "Filter by handover")}
        value={filters.handover ?? ""}
        onChange={(next) => onChange({ handover: next || null })}
        options={[
          { value: "", label: say("全部方式", "Any way") },
          ...handovers.map((name) => ({ value: name, label: say(handoverWords[name]) })),
        ]}
      />
      <Chips
        label={say("按标记筛选", "Filter by mark")}
        chips={markNames.map((value) => ({ value, ...marks[value] }))}
        chosen={filters.mark}
        onChoose={(mark) => onChange({ mark })}
      />
    </div>
  );
}
