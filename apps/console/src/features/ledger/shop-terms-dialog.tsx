import { App, Input, Segmented } from "antd";
import { useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import type { Shop } from "../shops/use-shops.ts";
import { validFrom } from "./campus-terms.ts";
import { parsePercent, percentText } from "./permille.ts";
import { useSetShopTerms } from "./use-ledger.ts";

type Props = { shop: Shop | undefined; now: number | null; campus: number; onClose: () => void };

/** A commission of the shop's own, or the campus's again. */
export function ShopTermsDialog({ shop, now, campus, onClose }: Props) {
  const say = useSay();
  const name = useName();
  const { message } = App.useApp();
  const save = useSetShopTerms();
  const [own, setOwn] = useState(now !== null);
  const [text, setText] = useState(percentText(now ?? campus));
  const [from, setFrom] = useState("");
  const permille = own ? parsePercent(text) : null;
  const rate = percentText(permille ?? campus);
  const shopName = shop ? name(shop) : "";

  const submit = () => {
    if (!shop || permille === undefined) return;
    save.mutate(
      { shopId: shop.shopId, terms: { commissionPermille: permille }, validFrom: validFrom(from) },
      {
        onSuccess: () => {
          void message.success(say("约定已保存", "The terms are saved"));
          onClose();
        },
      },
    );
  };

  return (
    <EffectDialog
      title={say(`${shopName} 的佣金`, `Commission of ${shopName}`)}
      okText={say("保存约定", "Save the terms")}
      effects={[
        own
          ? say(
              `${shopName} 之后完成的订单抽佣 ${rate}`,
              `take ${rate} of orders that ${shopName} completes from then on`,
            )
          : say(`${shopName} 跟随校园约定，现在是 ${rate}`, `let ${shopName} follow the campus, now ${rate}`),
        say("已经入账的订单不变", "leave what is booked already as it is"),
      ]}
      ready={shop !== undefined && permille !== undefined}
      pending={save.isPending}
      error={save.error}
      onOk={submit}
      onClose={onClose}
    >
      <Segmented<"own" | "campus">
        block
        aria-label={say("佣金", "Commission")}
        value={own ? "own" : "campus"}
        onChange={(next) => setOwn(next === "own")}
        options={[
          { value: "campus", label: say("跟随校园", "As the campus") },
          { value: "own", label: say("单独约定", "Its own") },
        ]}
      />
      {own && (
        <>
          <label className="field-label" htmlFor="shop-commission">
            {say("佣金", "Commission")}
          </label>
          <Input
            id="shop-commission"
            value={text}
            maxLength={6}
            status={permille === undefined ? "error" : ""}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      )}
      <label className="field-label" htmlFor="shop-terms-from">
        {say("何时起（不填：现在）", "From (empty: now)")}
      </label>
      <Input
        id="shop-terms-from"
        type="datetime-local"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
    </EffectDialog>
  );
}
