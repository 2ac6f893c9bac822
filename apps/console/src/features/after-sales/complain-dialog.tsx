import { type AfterSaleReason, afterSaleReasons } from "@sanqi/orders";
import { App, Input, InputNumber, Segmented } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import type { OrderStory } from "../story/use-story.ts";
import { useComplainFor } from "./use-after-sales.ts";
import { reasonWords } from "./words.ts";

type Props = { order: Pick<OrderStory["order"], "orderId" | "orderNo" | "lines">; onClose: () => void };

/** A complaint that reached the desk by phone or in person. */
export function ComplainDialog({ order, onClose }: Props) {
  const say = useSay();
  const name = useName();
  const { message } = App.useApp();
  const complain = useComplainFor();
  const [reason, setReason] = useState<AfterSaleReason>("missing");
  const [portions, setPortions] = useState<Readonly<Record<number, number>>>({});
  const [words, setWords] = useState("");
  const items = order.lines.flatMap((_, line) =>
    (portions[line] ?? 0) > 0 ? [{ line, quantity: portions[line] ?? 0 }] : [],
  );

  const submit = () =>
    complain.mutate(
      { orderId: order.orderId, reason, words: words.trim(), items },
      {
        onSuccess: () => {
          void message.success(say("售后已登记，商家会收到", "The complaint is open; the kitchen is told"));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say(`代同学申请售后 · ${order.orderNo}`, `Complain for the student · ${order.orderNo}`)}
      okText={say("登记售后", "Open the complaint")}
      effects={[
        say("商家收到售后，24 小时内答复", "tell the kitchen, which has 24 hours to answer"),
        say("写进订单经过，注明由运营代办", "stand in the story as opened by the desk"),
        say("此时还不退款，裁定后才退", "move no money yet: that is for the decision"),
      ]}
      ready={words.trim() !== "" && (items.length > 0 || reason === "late")}
      pending={complain.isPending}
      error={complain.error}
      onOk={submit}
      onClose={onClose}
    >
      <Segmented<AfterSaleReason>
        block
        aria-label={say("原因", "Reason")}
        value={reason}
        onChange={setReason}
        options={afterSaleReasons.map((value) => ({ value, label: say(reasonWords[value]) }))}
      />
      <span className="field-label">
        {reason === "late"
          ? say("涉及的菜（不选就是整单）", "Which dishes (none: the whole order)")
          : say("涉及几份", "How many portions of which")}
      </span>
      <ul className="complain-lines">
        {order.lines.map((line, at) => (
          <li key={`${line.dishId}${line.choices.map((choice) => choice.key).join()}`}>
            <span>{name(line)}</span>
            <InputNumber
              min={0}
              max={line.quantity}
              value={portions[at] ?? 0}
              onChange={(value) => setPortions({ ...portions, [at]: value ?? 0 })}
              aria-label={say(`${name(line)}份数`, `Portions of ${name(line)}`)}
              suffix={`/ ${line.quantity}`}
            />
          </li>
        ))}
      </ul>
      <label className="field-label" htmlFor="complaint-words">
        {say("同学怎么说", "What the student says")}
      </label>
      <Input.TextArea
        id="complaint-words"
        rows={2}
        maxLength={300}
        showCount
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </EffectDialog>
  );
}
