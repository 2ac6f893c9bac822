import { fen, parseYuan, yuanText } from "@sanqi/kernel";
import { App, Input, Segmented } from "antd";
import { useState } from "react";
import type { Inputs } from "../../rpc/client.ts";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { YuanInput } from "../../ui/yuan-input.tsx";
import { channelWords } from "../payments/channels.ts";
import { useRecordTransfer } from "./use-ledger.ts";

type Transfer = Inputs["recordTransfer"];

/** Money that somebody moved between a payment platform and the bank: told to the books, moved by nobody here. */
export function TransferDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const record = useRecordTransfer();
  const [channel, setChannel] = useState<Transfer["channel"]>("wechatPay");
  const [direction, setDirection] = useState<Transfer["direction"]>("toBank");
  const [text, setText] = useState("");
  const [reference, setReference] = useState("");
  const amount = parseYuan(text.trim()) ?? fen(0);
  const yuan = `¥${yuanText(amount)}`;
  const name = say(channelWords[channel]);

  const submit = () =>
    record.mutate(
      { channel, direction, amountFen: amount, reference: reference.trim() },
      {
        onSuccess: ({ booked }) => {
          void (booked
            ? message.success(say("已入账", "Booked"))
            : message.info(
                say(
                  "这个流水号已经入过账，没有重复记",
                  "This reference is booked already; nothing was added",
                ),
              ));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say("登记提现或充值", "Book a transfer")}
      okText={say(`入账 ${yuan}`, `Book ${yuan}`)}
      effects={[
        direction === "toBank"
          ? say(`记一笔：${name} → 银行 ${yuan}`, `book ${yuan} from ${name} to the bank`)
          : say(`记一笔：银行 → ${name} ${yuan}`, `book ${yuan} from the bank to ${name}`),
        say("这里只记账，不会真的划钱", "only write it down: no money is moved from here"),
        say("同一流水号只记一次，记了不能删", "book one reference once; it cannot be taken out"),
      ]}
      ready={amount > 0 && reference.trim() !== ""}
      pending={record.isPending}
      error={record.error}
      onOk={submit}
      onClose={onClose}
    >
      <div className="two-fields even">
        <Segmented<Transfer["channel"]>
          block
          aria-label={say("支付平台", "Platform")}
          value={channel}
          onChange={setChannel}
          options={(["wechatPay", "alipay"] as const).map((value) => ({
            value,
            label: say(channelWords[value]),
          }))}
        />
        <Segmented<Transfer["direction"]>
          block
          aria-label={say("方向", "Direction")}
          value={direction}
          onChange={setDirection}
          options={[
            { value: "toBank", label: say("提现到银行", "To the bank") },
            { value: "toChannel", label: say("从银行充值", "From the bank") },
          ]}
        />
      </div>
      <label className="field-label" htmlFor="transfer-amount">
        {say("金额", "Amount")}
      </label>
      <YuanInput id="transfer-amount" value={text} wrong={text !== "" && amount <= 0} onChange={setText} />
      <label className="field-label" htmlFor="transfer-reference">
        {say("银行或平台流水号", "Reference of bank or platform")}
      </label>
      <Input
        id="transfer-reference"
        maxLength={64}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
      />
    </EffectDialog>
  );
}
