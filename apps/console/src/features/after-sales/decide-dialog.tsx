import { yuanText } from "@sanqi/kernel";
import type { RefundBearer } from "@sanqi/orders";
import { App, Input, Segmented } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { CaseView } from "./case-view.tsx";
import { DecideLines } from "./decide-lines.tsx";
import { claimed, type Draft, readDraft, verdictEffects } from "./decision.ts";
import { type Case, useDecide } from "./use-after-sales.ts";
import { bearerWords } from "./words.ts";

export type Complaint = Pick<
  Case,
  "orderId" | "orderNo" | "lines" | "paidLines" | "afterSale" | "hasRider" | "answerBy"
>;

/** The desk's word on a complaint: money by line, who bears it, and why. */
export function DecideDialog({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const decide = useDecide();
  const { orderId, orderNo, paidLines, hasRider } = complaint;
  const [draft, setDraft] = useState<Draft>(() => claimed(complaint));
  const [bearer, setBearer] = useState<RefundBearer>("merchant");
  const [words, setWords] = useState("");
  const sum = readDraft(draft, paidLines);
  const yuan = `¥${yuanText(sum.sumFen)}`;
  const bearers: readonly RefundBearer[] = hasRider
    ? ["merchant", "platform", "rider"]
    : ["merchant", "platform"];

  const submit = () =>
    decide.mutate(
      { orderId, parts: [...sum.parts], bearer, words: words.trim() },
      {
        onSuccess: () => {
          void message.success(
            sum.sumFen > 0
              ? say(
                  `${orderNo} 已裁定，退款 ${yuan} 已发起`,
                  `${orderNo} is decided; ${yuan} is on its way back`,
                )
              : say(`${orderNo} 已驳回`, `${orderNo} is turned down`),
          );
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say(`裁定售后 · ${orderNo}`, `Decide the complaint · ${orderNo}`)}
      width={680}
      okText={sum.sumFen > 0 ? say(`退款 ${yuan}`, `Refund ${yuan}`) : say("驳回，不退款", "Turn it down")}
      danger
      effects={verdictEffects(sum.sumFen, bearer).map((effect) => say(effect))}
      ready={sum.wrong.length === 0 && words.trim() !== ""}
      pending={decide.isPending}
      error={decide.error}
      onOk={submit}
      onClose={onClose}
    >
      <CaseView complaint={complaint} />
      <DecideLines complaint={complaint} draft={draft} sum={sum} onChange={setDraft} />
      {sum.sumFen > 0 && (
        <div className="decide-bearer">
          <span className="field-label">{say("谁承担", "Who bears it")}</span>
          <Segmented<RefundBearer>
            aria-label={say("谁承担", "Who bears it")}
            value={bearer}
            onChange={setBearer}
            options={bearers.map((value) => ({ value, label: say(bearerWords[value]) }))}
          />
        </div>
      )}
      <label className="field-label" htmlFor="verdict-words">
        {say("给同学的说明", "Words to the student")}
      </label>
      <Input.TextArea
        id="verdict-words"
        rows={2}
        maxLength={300}
        showCount
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </EffectDialog>
  );
}
