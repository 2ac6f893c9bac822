import { type Handover, handovers } from "@sanqi/orders";
import { Checkbox, Form, Input, InputNumber, Switch } from "antd";
import { useSay } from "../../ui/language.tsx";
import { weekdayWords } from "../../ui/weekdays.ts";
import { handoverWords } from "../orders/handovers.ts";
import type { OfferForm } from "./form.ts";

type Props = { form: OfferForm; onChange: (change: Partial<OfferForm>) => void };

/** When the rule holds, and how it goes with others. */
export function WhenFields({ form, onChange }: Props) {
  const say = useSay();
  return (
    <>
      <div className="two-fields even">
        <Form.Item label={say("开始（不填：立刻）", "Begins (empty: now)")} htmlFor="offer-begins">
          <Input
            id="offer-begins"
            type="datetime-local"
            value={form.begins}
            onChange={(event) => onChange({ begins: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={say("结束（不填：一直）", "Ends (empty: never)")} htmlFor="offer-ends">
          <Input
            id="offer-ends"
            type="datetime-local"
            value={form.ends}
            onChange={(event) => onChange({ ends: event.target.value })}
          />
        </Form.Item>
      </div>
      <Form.Item label={say("星期（不选：每天）", "Weekdays (none: every day)")}>
        <Checkbox.Group<number>
          value={[...form.weekdays]}
          onChange={(weekdays) => onChange({ weekdays })}
          options={weekdayWords.map((words, at) => ({ value: at + 1, label: say(words) }))}
        />
      </Form.Item>
      <div className="two-fields even">
        <Form.Item
          label={say("每天几点起（可不填）", "From o'clock (optional)")}
          htmlFor="offer-minutes-from"
        >
          <Input
            id="offer-minutes-from"
            placeholder="11:00"
            maxLength={5}
            value={form.minutesFrom}
            onChange={(event) => onChange({ minutesFrom: event.target.value.trim() })}
          />
        </Form.Item>
        <Form.Item label={say("几点止", "Until o'clock")} htmlFor="offer-minutes-until">
          <Input
            id="offer-minutes-until"
            placeholder="13:00"
            maxLength={5}
            value={form.minutesUntil}
            onChange={(event) => onChange({ minutesUntil: event.target.value.trim() })}
          />
        </Form.Item>
      </div>
      <Form.Item label={say("交付方式（不选：都可以）", "Handover (none: any)")}>
        <Checkbox.Group<Handover>
          value={[...form.handovers]}
          onChange={(chosen) => onChange({ handovers: chosen })}
          options={handovers.map((value) => ({ value, label: say(handoverWords[value]) }))}
        />
      </Form.Item>
      <div className="switch-rows">
        <Switch
          checked={form.needsCoupon}
          onChange={(needsCoupon) => onChange({ needsCoupon })}
          aria-label={say("凭券使用", "Needs a coupon")}
        />
        <span>{say("凭券使用：只有领到券的同学能用", "Needs a coupon: only for who holds one")}</span>
        <Switch
          checked={form.alone}
          onChange={(alone) => onChange({ alone })}
          aria-label={say("不与其他优惠同享", "Not with other offers")}
        />
        <span>{say("不与其他优惠同享", "Not together with any other offer")}</span>
      </div>
      <div className="two-fields even">
        <Form.Item label={say("先后（小的先算）", "Order (lower first)")} htmlFor="offer-order">
          <InputNumber
            id="offer-order"
            min={0}
            max={1000}
            precision={0}
            value={form.order}
            onChange={(order) => onChange({ order })}
          />
        </Form.Item>
        <Form.Item
          label={say("互斥组（同组只用一个）", "Exclusion group (one of a group)")}
          htmlFor="offer-excludes"
        >
          <Input
            id="offer-excludes"
            maxLength={30}
            value={form.excludes}
            onChange={(event) => onChange({ excludes: event.target.value })}
          />
        </Form.Item>
      </div>
    </>
  );
}
