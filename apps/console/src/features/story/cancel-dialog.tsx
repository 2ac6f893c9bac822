import { type Words, yuanText } from "@sanqi/kernel";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import type { CancelEffect } from "./cancellation.ts";
import { useCancelOrder } from "./use-story.ts";

/** Students read the reason, so the presets fill in its Chinese words whatever language this desk uses. */
const presets = [
  { zh: "店铺临时无法出餐", en: "The kitchen cannot cook it" },
  { zh: "无骑手可配送", en: "No rider can carry it" },
  { zh: "同学来电要求取消", en: "The student asked by phone" },
  { zh: "地址有误", en: "The address is wrong" },
] as const;

const foodWords: Readonly<Record<CancelEffect["food"], Words>> = {
  waiting: {
    zh: "通知学生；商家不会再看到这一单",
    en: "tell the student; the kitchen no longer sees the order",
  },
  cooking: {
    zh: "商家已在制作：单子会从后厨撤下，请同时电话告知",
    en: "take the order off a kitchen that already cooks it; call them too",
  },
  made: {
    zh: "餐已做好：单子会从后厨撤下，请电话告知商家",
    en: "take the order off the kitchen, where it stands ready; call them too",
  },
  carried: {
    zh: "骑手已经在路上：任务会撤下，请电话告知骑手",
    en: "take the task off a rider who is already on the way; call them too",
  },
};

type Props = {
  order: { orderId: Parameters<ReturnType<typeof useCancelOrder>["mutate"]>[0]["orderId"]; orderNo: string };
  effect: CancelEffect;
  onClose: () => void;
};

/** Asks once, with a reason for the story, and says what the press will do. */
export function CancelDialog({ order, effect, onClose }: Props) {
  const say = useSay();
  const { message } = App.useApp();
  const cancel = useCancelOrder();
  const [reason, setReason] = useState("");
  const amount = effect.refundFen === null ? null : `¥${yuanText(effect.refundFen)}`;

  const submit = () =>
    cancel.mutate(
      { orderId: order.orderId, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(say(`订单 ${order.orderNo} 已取消`, `Order ${order.orderNo} is cancelled`));
          onClose();
        },
      },
    );

  const effects = [
    amount
      ? say(`向学生原路全额退款 ${amount}`, `refund ${amount} in full the way it was paid`)
      : say("关闭订单；尚未付款，不涉及退款", "close the order; nothing was paid, nothing is refunded"),
    effect.restocks
      ? say("菜品库存放回货架", "put the portions back on the shelf")
      : say("菜已经做了，库存不放回", "leave the stock alone: the food is made already"),
    say(foodWords[effect.food]),
    say("不能撤销", "not be undoable"),
  ];

  return (
    <EffectDialog
      title={say(`取消订单 ${order.orderNo}`, `Cancel order ${order.orderNo}`)}
      okText={
        amount
          ? say(`取消并退款 ${amount}`, `Cancel and refund ${amount}`)
          : say("取消订单", "Cancel the order")
      }
      danger
      effects={effects}
      ready={reason.trim() !== ""}
      pending={cancel.isPending}
      error={cancel.error}
      onOk={submit}
      onClose={onClose}
    >
      <label className="field-label" htmlFor="cancel-reason">
        {say("原因（写进订单经过，学生会收到）", "Reason (kept in the story; the student is told)")}
      </label>
      <div className="presets">
        {presets.map((preset) => (
          <Button key={preset.zh} size="small" onClick={() => setReason(preset.zh)}>
            {say(preset)}
          </Button>
        ))}
      </div>
      <Input
        id="cancel-reason"
        value={reason}
        maxLength={60}
        showCount
        autoFocus
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => reason.trim() && !cancel.isPending && submit()}
      />
    </EffectDialog>
  );
}
