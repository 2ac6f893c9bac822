import type { Words } from "@sanqi/kernel";
import { offerWords } from "@sanqi/orders";
import { Alert, App, Button, Drawer, Form, Input, Segmented } from "antd";
import { useState } from "react";
import { failureOf } from "../../rpc/failure.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { ShopSelect } from "../shops/shop-select.tsx";
import type { OfferForm, OfferKind } from "./form.ts";
import { KindFields } from "./kind-fields.tsx";
import { kindNames, kindWords } from "./kinds.ts";
import { readForm } from "./read-form.ts";
import { useSaveOffer } from "./use-offers.ts";
import { WhenFields } from "./when-fields.tsx";
import { ruleWords } from "./when-words.ts";

const bearerShort: Readonly<Record<OfferForm["bearer"], Words>> = {
  merchant: { zh: "商家承担", en: "The shop" },
  platform: { zh: "平台承担", en: "The platform" },
};

/** A rule, new or changed, with what it will say while it is typed. */
export function OfferDrawer({ initial, onClose }: { initial: OfferForm; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const save = useSaveOffer();
  const [form, setForm] = useState<OfferForm>(initial);
  const change = (some: Partial<OfferForm>) => setForm((before) => ({ ...before, ...some }));
  const read = readForm(form);
  const changing = form.discountId !== null;

  const submit = () => {
    if (!read.ok) return;
    save.mutate(read.draft, {
      onSuccess: () => {
        void message.success(say("优惠已保存，立刻生效", "Saved; it counts from now on"));
        onClose();
      },
    });
  };

  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={changing ? say("修改优惠", "Change the offer") : say("新建优惠", "New offer")}
      footer={
        <div className="drawer-foot">
          <span className="soft small">
            {changing
              ? say(
                  "改动只影响之后的新订单，已下的单价格不变",
                  "Counts for new orders; placed ones keep their price",
                )
              : say("保存后立刻对符合条件的新订单生效", "Once saved, it counts for new orders that match")}
          </span>
          <Button onClick={onClose}>{say("返回", "Back")}</Button>
          <Button type="primary" disabled={!read.ok} loading={save.isPending} onClick={submit}>
            {say("保存优惠", "Save the offer")}
          </Button>
        </div>
      }
    >
      <div className="offer-preview" aria-live="polite">
        {read.ok ? (
          <strong>{say(ruleWords({ ...read.draft, when: read.when, terms: offerWords(read.offer) }))}</strong>
        ) : (
          <ul>
            {read.problems.map((problem) => (
              <li key={problem.zh}>{say(problem)}</li>
            ))}
          </ul>
        )}
      </div>
      <Form layout="vertical" component="div">
        <div className="two-fields even">
          <Form.Item label={say("名称（中文）", "Name in Chinese")} htmlFor="offer-name">
            <Input
              id="offer-name"
              maxLength={30}
              value={form.nameZh}
              onChange={(event) => change({ nameZh: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={say("英文名（可不填）", "Name in English (optional)")} htmlFor="offer-name-en">
            <Input
              id="offer-name-en"
              maxLength={30}
              value={form.nameEn}
              onChange={(event) => change({ nameEn: event.target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item label={say("种类", "Kind")}>
          <Segmented<OfferKind>
            block
            aria-label={say("种类", "Kind")}
            value={form.kind}
            onChange={(kind) => change({ kind, off: "", from: "" })}
            options={kindNames.map((value) => ({ value, label: say(kindWords[value]) }))}
          />
        </Form.Item>
        <div className="two-fields even">
          <Form.Item label={say("哪家店", "Which shop")} htmlFor="offer-shop">
            <ShopSelect
              id="offer-shop"
              all
              value={form.shopId}
              onChange={(shopId) => change({ shopId, dishIds: [] })}
            />
          </Form.Item>
          <Form.Item label={say("谁承担", "Who bears it")}>
            <Segmented<OfferForm["bearer"]>
              block
              aria-label={say("谁承担", "Who bears it")}
              value={form.bearer}
              onChange={(bearer) => change({ bearer })}
              options={(["merchant", "platform"] as const).map((value) => ({
                value,
                label: say(bearerShort[value]),
              }))}
            />
          </Form.Item>
        </div>
        <KindFields form={form} onChange={change} />
        <WhenFields form={form} onChange={change} />
      </Form>
      {save.isError && (
        <Alert
          type="error"
          showIcon
          title={say(failureOf(save.error).words)}
          description={<FailureDetails error={save.error} />}
        />
      )}
    </Drawer>
  );
}
