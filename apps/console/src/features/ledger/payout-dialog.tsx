import { yuanText } from "@sanqi/kernel";
import { App, Input } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { commandWords, type PayoutCommand } from "./payout-commands.ts";
import { periodText } from "./periods.ts";
import { type Payout, useChangePayout } from "./use-ledger.ts";

type Props = { payout: Payout; command: PayoutCommand; onClose: () => void };

/** One step of one pay-out, with the bank's word for it. */
export function PayoutDialog({ payout, command, onClose }: Props) {
  const say = useSay();
  const { message } = App.useApp();
  const change = useChangePayout();
  const [note, setNote] = useState("");
  const words = commandWords[command];
  const what = `${payout.name} ¥${yuanText(payout.amountFen)}`;

  const submit = () =>
    change.mutate(
      { payoutId: payout.payoutId, command, note: note.trim() },
      {
        onSuccess: () => {
          void message.success(say("已记下", "Noted"));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={`${say(words)} · ${what}`}
      okText={say(words)}
      danger={words.danger}
      effects={[
        say(
          `1 笔发薪：${what}（${periodText(payout.period)}）`,
          `1 pay-out: ${what} (${periodText(payout.period)})`,
        ),
        say(words.effect),
      ]}
      ready={!words.noteNeeded || note.trim() !== ""}
      pending={change.isPending}
      error={change.error}
      onOk={submit}
      onClose={onClose}
    >
      <label className="field-label" htmlFor="payout-note">
        {say(words.note)}
      </label>
      <Input
        id="payout-note"
        maxLength={100}
        value={note}
        autoFocus
        onChange={(event) => setNote(event.target.value)}
      />
    </EffectDialog>
  );
}
