import { ReloadOutlined } from "@ant-design/icons";
import { isId } from "@sanqi/kernel";
import { App, Button } from "antd";
import { Link } from "react-router";
import { failureOf } from "../../rpc/failure.ts";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { agoText, momentText } from "../../ui/time.ts";
import { consequenceOf } from "./consumer-words.ts";
import { type ParkedEvent as Parked, useReplay } from "./use-failed-events.ts";

/** One event that a consumer gave up on: what it means, why it failed, and the way to try again. */
export function ParkedEvent({ event, now }: { event: Parked; now: number }) {
  const say = useSay();
  const { modal, message } = App.useApp();
  const replay = useReplay();

  const ask = () =>
    void modal.confirm({
      title: say(`让 ${event.consumer} 重新处理？`, `Let ${event.consumer} try again?`),
      content: say(
        `会立刻重放 1 个事件（${event.type}），只交给这一个消费者。重复处理是安全的：已经做成的部分不会再做一次。原因若未排除，它会再次停放在这里。`,
        `It replays 1 event (${event.type}) at once, to this consumer only. Repeating is safe: what was done is not done twice. If the cause is still there, the event comes back here.`,
      ),
      okText: say("立即重放", "Replay now"),
      cancelText: say("返回", "Back"),
      onOk: () =>
        replay
          .mutateAsync({ consumer: event.consumer, eventId: event.eventId })
          .then(({ replayed }) =>
            replayed
              ? void message.success(
                  say("已交给消费者，稍后看结果", "Handed over; look at the result in a moment"),
                )
              : void message.info(
                  say("它已经不在这里了，可能刚被处理", "It is no longer here; somebody was quicker"),
                ),
          )
          .catch((error: unknown) => void message.error(say(failureOf(error).words))),
    });

  return (
    <li className="parked">
      <div className="parked-head">
        <strong>{say(consequenceOf(event.consumer))}</strong>
        <Button icon={<ReloadOutlined />} onClick={ask} loading={replay.isPending}>
          {say("重放", "Replay")}
        </Button>
      </div>
      <p className="small soft">
        <span className="mono">{event.type}</span> → <span className="mono">{event.consumer}</span> ·{" "}
        {say(`试了 ${event.attempts} 次`, `${event.attempts} tries`)} ·{" "}
        {say(`${agoText(event.parkedAt, now, say)}停放`, `parked ${agoText(event.parkedAt, now, say)}`)} ·{" "}
        {say(`发生于 ${momentText(event.occurredAt, now)}`, `happened ${momentText(event.occurredAt, now)}`)}
      </p>
      <pre className="parked-error">{event.error}</pre>
      <p className="small parked-links">
        {isId("order", event.key) ? (
          <Link to={`/orders/${event.key}`} className="link">
            {say("打开订单", "Open the order")}
          </Link>
        ) : (
          <CopyText text={event.key} label={say("对象", "key")} short={10} />
        )}
        <span className="faint">{say("追踪号", "Trace")}</span>
        <CopyText text={event.traceId} label={say("追踪号", "trace id")} />
      </p>
    </li>
  );
}
