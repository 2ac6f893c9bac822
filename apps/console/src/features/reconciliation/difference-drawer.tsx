import { type DifferenceId, isId } from "@sanqi/kernel";
import { Drawer, Skeleton } from "antd";
import { Link } from "react-router";
import { useNow } from "../../ui/clock.ts";
import { CopyText } from "../../ui/copy-text.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText } from "../../ui/time.ts";
import { CaseSteps } from "./case-steps.tsx";
import { ResolveForm } from "./resolve-form.tsx";
import { TwoSides } from "./two-sides.tsx";
import { useDifference } from "./use-reconciliation.ts";
import { bookWords, kindWords, stateWords, subjectWords } from "./words.ts";

/** One difference: both sides, what to do about it, what was done. */
export function DifferenceDrawer({
  differenceId,
  onClose,
}: {
  differenceId: DifferenceId;
  onClose: () => void;
}) {
  const say = useSay();
  const now = useNow(30_000);
  const { data, error, refetch } = useDifference(differenceId);
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={
        data ? (
          <span className="difference-title">
            <Pill tone={kindWords[data.kind].tone}>{say(kindWords[data.kind])}</Pill>
            {say(bookWords[data.channel])} · {data.day}
            <Pill tone={stateWords[data.state].tone} dot>
              {say(stateWords[data.state])}
            </Pill>
          </span>
        ) : (
          say("差异", "Difference")
        )
      }
    >
      {data ? (
        <div className="difference">
          <p className="difference-sides">
            {say(subjectWords[data.subject])} <TwoSides difference={data} />
          </p>
          <dl className="facts">
            <div>
              <dt>{say("单号", "Number")}</dt>
              <dd>
                <CopyText text={data.number} label={say("单号", "number")} />
                {isId("order", data.number) && (
                  <Link className="link" to={`/orders/${data.number}`}>
                    {say("打开订单", "Open the order")}
                  </Link>
                )}
              </dd>
            </div>
            {data.paymentId !== null && (
              <div>
                <dt>{say("付款", "Payment")}</dt>
                <dd>
                  <CopyText text={data.paymentId} label={say("付款号", "payment number")} />
                </dd>
              </div>
            )}
            {data.platformNumber !== null && (
              <div>
                <dt>{say("平台单号", "Platform's number")}</dt>
                <dd>
                  <CopyText text={data.platformNumber} label={say("平台单号", "platform's number")} />
                </dd>
              </div>
            )}
            <div>
              <dt>{say("发生", "Happened")}</dt>
              <dd>{momentText(data.at, now)}</dd>
            </div>
          </dl>
          {data.state === "open" && <ResolveForm difference={data} />}
          <section>
            <h2>{say("经过", "Story")}</h2>
            <CaseSteps steps={data.steps} now={now} />
          </section>
        </div>
      ) : error ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  );
}
