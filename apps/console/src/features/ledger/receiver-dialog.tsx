import type { ShopId } from "@sanqi/kernel";
import { App, Input, Segmented, Select, Switch } from "antd";
import { useState } from "react";
import type { Inputs } from "../../rpc/client.ts";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { channelWords } from "../payments/channels.ts";
import { ShopSelect } from "../shops/shop-select.tsx";
import { accountKindWords, partyWords } from "./receiver-words.ts";
import { type Receiver, useSaveReceiver } from "./use-ledger.ts";

type To = Inputs["saveShareReceiver"]["to"];
const kindsOf = {
  wechatPay: ["merchant"],
  alipay: ["userId", "loginName"],
} as const satisfies Record<Receiver["channel"], readonly Receiver["kind"][]>;

const fits = ({ channel, account }: To): boolean =>
  channel === "wechatPay" ? /^\d{8,12}$/.test(account) : account.length >= 4;

/** A receiver of profit shares; what it stands for (shop, part, platform) cannot be changed, only its account. */
export function ReceiverDialog({ receiver, onClose }: { receiver: Receiver | null; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const save = useSaveReceiver();
  const [shopId, setShopId] = useState<ShopId | null>(receiver?.shopId ?? null);
  const [party, setParty] = useState<Receiver["party"]>(receiver?.party ?? "merchant");
  const [channel, setChannel] = useState<Receiver["channel"]>(receiver?.channel ?? "wechatPay");
  const [kind, setKind] = useState<Receiver["kind"]>(receiver?.kind ?? "merchant");
  const [account, setAccount] = useState(receiver?.account ?? "");
  const [name, setName] = useState("");
  const [active, setActive] = useState(receiver?.active ?? true);
  const to: To =
    channel === "wechatPay"
      ? { channel, kind: "merchant", account: account.trim() }
      : { channel, kind: kind === "loginName" ? "loginName" : "userId", account: account.trim() };

  const submit = () =>
    shopId &&
    save.mutate(
      { shopId, party, to, name: name.trim(), active },
      {
        onSuccess: () => {
          void message.success(say("收款账户已保存", "The receiver is saved"));
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={receiver ? say("修改收款账户", "Change a receiver") : say("添加收款账户", "Add a receiver")}
      okText={say("保存", "Save")}
      effects={
        active
          ? [
              say(
                "先向支付平台登记这个账户，平台拒绝就不保存",
                "make the account known to the platform; refused there, it is not saved",
              ),
              say(
                "之后付款的订单，这一份由平台直接分给它",
                "let the platform hand it this part of orders paid from now on",
              ),
            ]
          : [
              say(
                "之后付款的订单不再分给它，改走发薪",
                "give it nothing of orders paid from now on; they are paid out",
              ),
            ]
      }
      ready={shopId !== null && fits(to) && name.trim() !== ""}
      pending={save.isPending}
      error={save.error}
      onOk={submit}
      onClose={onClose}
    >
      {receiver === null && (
        <>
          <span className="field-label">{say("店铺", "Shop")}</span>
          <ShopSelect value={shopId} onChange={setShopId} />
          <div className="two-fields even receiver-choices">
            <Segmented<Receiver["party"]>
              block
              aria-label={say("谁的份", "Whose part")}
              value={party}
              onChange={setParty}
              options={(["merchant", "rider"] as const).map((value) => ({
                value,
                label: say(partyWords[value]),
              }))}
            />
            <Segmented<Receiver["channel"]>
              block
              aria-label={say("平台", "Platform")}
              value={channel}
              onChange={(next) => {
                setChannel(next);
                setKind(kindsOf[next][0]);
              }}
              options={(["wechatPay", "alipay"] as const).map((value) => ({
                value,
                label: say(channelWords[value]),
              }))}
            />
          </div>
        </>
      )}
      <label className="field-label" htmlFor="receiver-account">
        {say("账户", "Account")}
      </label>
      <div className="receiver-account">
        <Select<Receiver["kind"]>
          aria-label={say("账户类型", "Kind of account")}
          value={kind}
          onChange={setKind}
          options={kindsOf[channel].map((value) => ({ value, label: say(accountKindWords[value]) }))}
        />
        <Input
          id="receiver-account"
          maxLength={100}
          value={account}
          status={account !== "" && !fits(to) ? "error" : ""}
          onChange={(event) => setAccount(event.target.value)}
        />
      </div>
      <label className="field-label" htmlFor="receiver-name">
        {say("户名（平台会核对，须重新填写）", "Name of the holder (the platform compares it)")}
      </label>
      <Input
        id="receiver-name"
        maxLength={60}
        value={name}
        placeholder={receiver?.maskedName ?? ""}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="receiver-active">
        <Switch checked={active} onChange={setActive} aria-label={say("启用", "Active")} />{" "}
        {active ? say("启用", "Active") : say("停用", "Off")}
      </p>
    </EffectDialog>
  );
}
