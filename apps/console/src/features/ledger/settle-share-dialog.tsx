import { addFen, yuanText } from "@sanqi/kernel";
import { App, Input, Segmented } from "antd";
import { useState } from "react";
import type { Inputs } from "../../rpc/client.ts";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { type StuckShare, useSettleShare } from "./use-ledger.ts";

type Outcome = Inputs["settleShare"]["outcome"];

/** Ends a share on the operator's word: what was seen at the platform, and why that is known. */
export function SettleShareDialog({ share, onClose }: { share: StuckShare; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const settle = useSettleShare();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [words, setWords] = useState("");
  const open = share.parts.filter(({ result }) => result === "pending");
  const yuan = `¥${yuanText(addFen(...open.map(({ amountFen }) => amountFen)))}`;

  const submit = (seen: Outcome) =>
    settle.mutate(
      { paymentId: share.paymentId, outcome: seen, words: words.trim() },
      {
        onSuccess: () => {
          void message.success(say("已了结，退款和发薪接着走", "Settled; refunds and pay-outs go on"));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say("了结一笔分账", "Settle a share")}
      okText={say("了结", "Settle")}
      danger
      effects={[
        outcome === null
          ? say("先选在平台看到的结果", "First choose what the platform shows")
          : outcome === "shared"
            ? say(
                `记为已分出 ${yuan}，发薪不再付这部分`,
                `note ${yuan} as handed over; it is not paid out again`,
              )
            : say(
                `记为没有分出，${yuan} 随发薪付`,
                `note that nothing was handed over; ${yuan} goes out by pay-out`,
              ),
        say(
          "不会向平台发任何指令，只是照实记下",
          "send nothing to the platform: it only writes down what is so",
        ),
        say("连同你的名字和说明永久保存，不能改", "be kept with your name and reason for good"),
      ]}
      ready={outcome !== null && words.trim() !== ""}
      pending={settle.isPending}
      error={settle.error}
      onOk={() => outcome && submit(outcome)}
      onClose={onClose}
    >
      <Segmented<Outcome | "">
        block
        aria-label={say("平台上看到的", "What the platform shows")}
        value={outcome ?? ""}
        onChange={(next) => setOutcome(next === "" ? null : next)}
        options={[
          { value: "", label: say("还没查", "Not looked yet") },
          { value: "shared", label: say("已到对方账户", "It arrived") },
          { value: "notShared", label: say("没有到，也不会到", "It did not, and will not") },
        ]}
      />
      <label className="field-label" htmlFor="settle-words">
        {say("在哪里看到的、什么时间", "Where you saw it, and when")}
      </label>
      <Input.TextArea
        id="settle-words"
        rows={3}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </EffectDialog>
  );
}
