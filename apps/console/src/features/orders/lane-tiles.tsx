import { ClockCircleOutlined } from "@ant-design/icons";
import { useSay } from "../../ui/language.tsx";
import { type Lane, laneNames, lanes } from "./stages.ts";

type Choice = Lane | "late" | null;
type Props = {
  counts: Record<Lane | "late", number> | null;
  total: number;
  chosen: Choice;
  onChoose: (lane: Choice) => void;
};

/** How many orders stand where; pressing a tile shows only those, pressing it again shows all. */
export function LaneTiles({ counts, total, chosen, onChoose }: Props) {
  const say = useSay();
  const tile = (lane: Choice, tone: string, words: string, count: number | undefined, loud = false) => (
    <button
      key={lane ?? "all"}
      type="button"
      className={`tile tone-${tone}${loud ? " tile-loud" : ""}`}
      aria-pressed={chosen === lane}
      onClick={() => onChoose(chosen === lane ? null : lane)}
    >
      <span className="tile-name">
        {lane === "late" ? <ClockCircleOutlined /> : <span className="pill-dot" aria-hidden="true" />}
        {words}
      </span>
      <span className="tile-count">{count ?? "–"}</span>
    </button>
  );
  return (
    <fieldset className="tiles" aria-label={say("按状态筛选", "Filter by stage")}>
      {tile(null, "brand", say("全部", "All"), counts ? total : undefined)}
      {laneNames.map((lane) => tile(lane, lanes[lane].tone, say(lanes[lane]), counts?.[lane]))}
      {tile("late", "danger", say("超时", "Late"), counts?.late, (counts?.late ?? 0) > 0)}
    </fieldset>
  );
}
