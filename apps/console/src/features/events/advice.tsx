import { useSay } from "../../ui/language.tsx";

/** What an operator can do about a parked event, in order. */
export function Advice() {
  const say = useSay();
  return (
    <ol className="advice">
      <li>
        {say(
          "看原因：平台没响应、凭证过期、数据不对？",
          "Read the cause: a silent platform, an expired key, wrong data?",
        )}
      </li>
      <li>
        {say(
          "平台没响应：等它恢复后重放，一次即可。退款会继续向平台查询，不会重复退。",
          "A silent platform: replay once it answers. Refunds ask the platform first and never pay twice.",
        )}
      </li>
      <li>
        {say(
          "同一原因再次停放：不要反复重放，复制追踪号交给值班工程师。",
          "The same cause again: stop replaying, copy the trace id and hand it to the engineer on duty.",
        )}
      </li>
      <li>
        {say(
          "学生在等的（退款、送达）：先打开订单，电话告知，再处理事件。",
          "Where a student waits (refund, delivery): open the order, call the student first, then the event.",
        )}
      </li>
    </ol>
  );
}
