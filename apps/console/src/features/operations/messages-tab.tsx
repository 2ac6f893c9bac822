import type { Words } from "@sanqi/kernel";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { HostName } from "../../ui/host-name.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText } from "../../ui/time.ts";
import { type Message, useAmbiguousMessages } from "./use-operations.ts";

const kindWords: Readonly<Record<Message["kind"], Words>> = {
  "order-accepted": { zh: "商家已接单", en: "The kitchen accepted" },
  "order-picked-up": { zh: "骑手已取餐", en: "The rider has it" },
  "order-delivered": { zh: "已送达", en: "Delivered" },
  "order-refunded": { zh: "退款成功", en: "Refunded" },
  "care-alert": { zh: "关怀提醒", en: "Care alert" },
};

const promiseWords: Readonly<Record<Message["promise"], Words>> = {
  atMostOnce: {
    zh: "不再重发，以免重复打扰；小程序里的消息照常有",
    en: "not sent again, so as not to ring twice; it stands in the app's inbox",
  },
  atLeastOnce: { zh: "会一直重发到平台应答", en: "sent again until the platform answers" },
};

/** Messages of which nobody knows whether they arrived, with what becomes of each. */
export function MessagesTab({ now }: { now: number }) {
  const say = useSay();
  return (
    <section className="card">
      <h2>{say("不知道有没有送达的消息", "Messages of unknown outcome")}</h2>
      <Loaded query={useAmbiguousMessages()}>
        {(messages) =>
          messages.length === 0 ? (
            <EmptyState drawing="calm" title={say("每条消息都有结果", "Every message has an outcome")} />
          ) : (
            <>
              <p className="soft">
                {say(
                  "发到一半断线或进程结束：平台不提供查询，所以没人知道到没到。要紧的（已送达、退款）打开订单打个电话；突然增多时看“外部服务”。",
                  "The line or the process broke while sending, and the platform cannot be asked. Call about what matters (delivered, refunded); where they grow, look at the services outside.",
                )}
              </p>
              <ul className="rows">
                {messages.map((message) => (
                  <Row key={`${message.eventId}${message.host}${message.account}`} {...{ message, now }} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Row({ message, now }: { message: Message; now: number }) {
  const say = useSay();
  return (
    <li className="row">
      <div className="row-head">
        <span>{say(kindWords[message.kind])}</span>
        <HostName host={message.host} />
        <Pill tone={message.promise === "atLeastOnce" ? "warning" : "idle"}>
          {message.promise === "atLeastOnce" ? say("在重发", "Sent again") : say("不重发", "Not sent again")}
        </Pill>
      </div>
      <p className="small soft">
        {momentText(message.at, now)} · {say(`试了 ${message.tries} 次`, `${message.tries} tries`)} ·{" "}
        {say(promiseWords[message.promise])} ·{" "}
        {message.orderId ? (
          <Link className="link" to={`/orders/${message.orderId}`}>
            {say("打开订单", "Open the order")}
          </Link>
        ) : (
          <span className="mono">…{message.account}</span>
        )}
      </p>
      <p className="small faint">{message.reason}</p>
    </li>
  );
}
