import { yuanText } from "@sanqi/kernel";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { CopyText } from "../../ui/copy-text.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { channelWords } from "../payments/channels.ts";
import { partyWords } from "./receiver-words.ts";
import { SettleShareDialog } from "./settle-share-dialog.tsx";
import { type StuckShare, useStuckShares } from "./use-ledger.ts";

/** Shares that hang at the platform: what they are, and the way to end them. Nothing is shown while none does. */
export function StuckShares() {
  const say = useSay();
  const { data, error, refetch } = useStuckShares();
  const [settling, setSettling] = useState<StuckShare | null>(null);
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="card stuck-shares">
      <h2>{say(`${data.length} 笔分账在平台没有结果`, `${data.length} shares have no outcome`)}</h2>
      <p className="soft">
        {say(
          "还会继续问平台，但已问了很多次。这一单的退款、商家的发薪跟着等：到商户平台按交易号查，看到什么就照实了结。",
          "The platform is asked on and on. Refunds of the order and pay-outs wait for it: look it up there by its number, then settle it as you have seen it.",
        )}
      </p>
      <ul>
        {data.map((share) => (
          <li key={share.paymentId} className="stuck-share">
            <span>{say(channelWords[share.channel])}</span>
            <span>
              {share.parts
                .map((part) => `${say(partyWords[part.party])} ¥${yuanText(part.amountFen)}`)
                .join(say("，", ", "))}
            </span>
            {share.transactionId && (
              <CopyText text={share.transactionId} label={say("交易号", "transaction number")} />
            )}
            <span className="faint small">{say(`问了 ${share.asked} 次`, `asked ${share.asked} times`)}</span>
            <Link className="link" to={`/orders/${share.orderId}`}>
              {say("打开订单", "Open the order")}
            </Link>
            <Button size="small" onClick={() => setSettling(share)}>
              {say("了结…", "Settle…")}
            </Button>
          </li>
        ))}
      </ul>
      {settling && <SettleShareDialog share={settling} onClose={() => setSettling(null)} />}
    </section>
  );
}
