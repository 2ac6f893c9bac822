import type { Words } from "@sanqi/kernel";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { preciseText } from "../../ui/time.ts";
import { bearerWords } from "../after-sales/words.ts";
import { lineWords } from "../orders/line-names.ts";
import { refundPurpose } from "./refund-words.ts";
import type { OrderStory } from "./use-story.ts";

type Refund = OrderStory["money"]["refunds"][number];

const refundStates: Readonly<Record<Refund["state"], Words & { tone: Tone }>> = {
  requested: { zh: "待平台受理", en: "Requested", tone: "warning" },
  processing: { zh: "平台处理中", en: "Processing", tone: "warning" },
  succeeded: { zh: "已到账", en: "Done", tone: "success" },
  failed: { zh: "失败", en: "Failed", tone: "danger" },
};

/** One refund: what for, by which lines, who bears it, and how far it has come. */
export function RefundItem({ refund, order }: { refund: Refund; order: OrderStory["order"] }) {
  const say = useSay();
  const agreed = order.refunds.find((one) => one.key === refund.refundKey);
  return (
    <li>
      <p className="move-head">
        {say(refundPurpose(refund.refundKey))}
        <Pill tone={refundStates[refund.state].tone}>{say(refundStates[refund.state])}</Pill>
        {agreed?.bearer && <span className="faint small">{say(bearerWords[agreed.bearer])}</span>}
        <span className="move-out">
          −<Money amount={refund.amountFen} />
        </span>
      </p>
      {agreed && agreed.parts.length > 0 && (
        <ul className="refund-parts small soft">
          {agreed.parts.map((part) => (
            <li key={part.key}>
              <span>{say(lineWords(part.key, order.lines))}</span>
              <Money amount={part.fen} />
            </li>
          ))}
        </ul>
      )}
      <p className="faint small move-detail">
        {refund.reason && <span>{refund.reason}</span>}
        <span>
          {say(`${preciseText(refund.requestedAt)} 发起`, `asked ${preciseText(refund.requestedAt)}`)}
        </span>
        {refund.finishedAt !== null && (
          <span>
            {say(`${preciseText(refund.finishedAt)} 到账`, `arrived ${preciseText(refund.finishedAt)}`)}
          </span>
        )}
        <CopyText text={refund.refundId} label={say("退款单号", "refund number")} short={10} />
      </p>
    </li>
  );
}
