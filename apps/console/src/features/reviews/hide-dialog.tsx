import { App, Button, Input } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { type Review, useHideReview } from "./use-reviews.ts";

/** The author reads the reason, so the presets fill in its Chinese words whatever language this desk uses. */
const presets = [
  { zh: "包含他人个人信息", en: "Names somebody" },
  { zh: "辱骂或人身攻击", en: "Insults" },
  { zh: "与本单无关", en: "Not about this order" },
  { zh: "广告", en: "Advertising" },
] as const;

/** Takes a review off its shop's page, with a reason. */
export function HideDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const hide = useHideReview();
  const [reason, setReason] = useState("");

  const submit = () =>
    hide.mutate(
      { orderId: review.orderId, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(say("评价已隐藏", "The review is hidden"));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say(`隐藏 ${review.shopName} 的评价`, `Hide a review of ${review.shopName}`)}
      okText={say("隐藏这条评价", "Hide this review")}
      danger
      effects={[
        say("1 条评价从店铺页消失", "take 1 review off the shop's page"),
        say(`${review.stars} 星不再计入评分`, `take its ${review.stars} stars out of the rating`),
        say("作者自己仍能看到，并看到原因", "leave it visible to its author, with the reason"),
        say("可以随时恢复", "be undoable at any time"),
      ]}
      ready={reason.trim() !== ""}
      pending={hide.isPending}
      error={hide.error}
      onOk={submit}
      onClose={onClose}
    >
      {review.comment && <q>{review.comment}</q>}
      <label className="field-label" htmlFor="hide-reason">
        {say("原因", "Reason")}
      </label>
      <div className="presets">
        {presets.map((preset) => (
          <Button key={preset.zh} size="small" onClick={() => setReason(preset.zh)}>
            {say(preset)}
          </Button>
        ))}
      </div>
      <Input
        id="hide-reason"
        value={reason}
        maxLength={100}
        showCount
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => reason.trim() && !hide.isPending && submit()}
      />
    </EffectDialog>
  );
}
