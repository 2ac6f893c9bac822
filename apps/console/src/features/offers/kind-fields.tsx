import { Form, InputNumber, Select, Switch } from "antd";
import { useName, useSay } from "../../ui/language.tsx";
import { YuanInput } from "../../ui/yuan-input.tsx";
import { useMenu } from "../shops/use-shops.ts";
import type { OfferForm } from "./form.ts";
import { StepFields } from "./step-fields.tsx";

type Props = { form: OfferForm; onChange: (change: Partial<OfferForm>) => void };

function FromField({ form, onChange }: Props) {
  const say = useSay();
  return (
    <Form.Item label={say("满（不填：不限）", "From (empty: any sum)")} htmlFor="offer-from">
      <YuanInput id="offer-from" value={form.from} onChange={(from) => onChange({ from })} />
    </Form.Item>
  );
}

function OffField({ form, onChange, label }: Props & { label: string }) {
  return (
    <Form.Item label={label} htmlFor="offer-off">
      <YuanInput id="offer-off" value={form.off} onChange={(off) => onChange({ off })} />
    </Form.Item>
  );
}

function ItemFields({ form, onChange }: Props) {
  const say = useSay();
  const name = useName();
  const menu = useMenu(form.shopId ?? undefined);
  return (
    <>
      <Form.Item label={say("哪些菜", "Which dishes")} htmlFor="offer-dishes">
        <Select
          id="offer-dishes"
          mode="multiple"
          disabled={form.shopId === null}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={form.shopId ? say("选菜", "Choose dishes") : say("先选店铺", "Choose the shop first")}
          value={[...form.dishIds]}
          onChange={(dishIds) => onChange({ dishIds })}
          options={(menu.data?.dishes ?? []).map((dish) => ({ value: dish.dishId, label: name(dish) }))}
        />
      </Form.Item>
      <div className="three-fields">
        <Form.Item label={say("怎么优惠", "How")} htmlFor="offer-special">
          <Select<"special" | "off">
            id="offer-special"
            value={form.special ? "special" : "off"}
            onChange={(how) => onChange({ special: how === "special" })}
            options={[
              { value: "special", label: say("特价", "Special price") },
              { value: "off", label: say("每份减", "Off each") },
            ]}
          />
        </Form.Item>
        <OffField
          form={form}
          onChange={onChange}
          label={form.special ? say("特价", "Special price") : say("每份减", "Off each")}
        />
        <Form.Item label={say("每单限几份", "Portions per order")} htmlFor="offer-portions">
          <InputNumber
            id="offer-portions"
            min={1}
            max={60}
            value={form.maxPortions}
            onChange={(maxPortions) => onChange({ maxPortions })}
          />
        </Form.Item>
      </div>
    </>
  );
}

/** What the rule gives: each kind has fields of its own. */
export function KindFields({ form, onChange }: Props) {
  const say = useSay();
  switch (form.kind) {
    case "threshold":
      return <StepFields steps={form.steps} onChange={(steps) => onChange({ steps })} />;
    case "percentage":
      return (
        <div className="three-fields">
          <FromField form={form} onChange={onChange} />
          <Form.Item label={say("降百分之几（8 折写 20）", "Per cent off")} htmlFor="offer-percent">
            <InputNumber
              id="offer-percent"
              min={1}
              max={100}
              precision={0}
              suffix="%"
              value={form.percentOff}
              onChange={(percentOff) => onChange({ percentOff })}
            />
          </Form.Item>
          <Form.Item label={say("最多减（可不填）", "At most (optional)")} htmlFor="offer-cap">
            <YuanInput id="offer-cap" value={form.cap} onChange={(cap) => onChange({ cap })} />
          </Form.Item>
        </div>
      );
    case "perItem":
      return <ItemFields form={form} onChange={onChange} />;
    case "newCustomer":
      return (
        <div className="two-fields even">
          <FromField form={form} onChange={onChange} />
          <OffField form={form} onChange={onChange} label={say("立减", "Off the first order")} />
        </div>
      );
    case "deliveryFee":
      return (
        <div className="three-fields">
          <FromField form={form} onChange={onChange} />
          <Form.Item label={say("全免", "Free")}>
            <Switch
              checked={form.freeDelivery}
              onChange={(freeDelivery) => onChange({ freeDelivery })}
              aria-label={say("配送费全免", "Delivery is free")}
            />
          </Form.Item>
          {!form.freeDelivery && (
            <OffField form={form} onChange={onChange} label={say("配送费减", "Off the fee")} />
          )}
        </div>
      );
  }
}
