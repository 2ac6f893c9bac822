import type { Words } from "@sanqi/kernel";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { StagePill } from "../orders/stage-pill.tsx";
import type { Attention } from "./figures.ts";

const reasons: Readonly<Record<Attention["why"], { tone: Tone; words: (minutes: number) => Words }>> = {
  late: { tone: "danger", words: (m) => ({ zh: `超时 ${m} 分`, en: `${m} min late` }) },
  kitchenSilent: { tone: "food", words: (m) => ({ zh: `${m} 分未接单`, en: `no answer ${m} min` }) },
  noRider: { tone: "violet", words: () => ({ zh: "出餐无骑手", en: "ready, no rider" }) },
  soon: {
    tone: "warning",
    words: (m) =>
      m === 0 ? { zh: "不到 1 分", en: "under 1 min" } : { zh: `还剩 ${m} 分`, en: `${m} min left` },
  },
};

/** More than this nobody reads; the table has them all. */
const shown = 12;

export function AttentionList({ items }: { items: readonly Attention[] }) {
  const say = useSay();
  if (items.length === 0) {
    return (
      <EmptyState
        drawing="calm"
        title={say("都在承诺时间内，没有要催的", "Everything is on time; nobody needs a push")}
      />
    );
  }
  return (
    <>
      <ul className="attention">
        {items.slice(0, shown).map(({ row, why, minutes }) => (
          <li key={row.orderId}>
            <Link to={`/orders/${row.orderId}`}>
              <strong className="order-no">{row.orderNo}</strong>
              <Pill tone={reasons[why].tone}>{say(reasons[why].words(minutes))}</Pill>
              <StagePill stage={row.stage} />
              <span className="attention-way">
                {row.shopName} → {row.placeName}
              </span>
              <span className="faint">{row.riderName ?? ""}</span>
            </Link>
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <Link to="/orders" className="link attention-more">
          {say(`还有 ${items.length - shown} 单，去列表看`, `${items.length - shown} more in the table`)}
        </Link>
      )}
    </>
  );
}
