import { Input, InputNumber } from "antd";
import { useSay } from "../../ui/language.tsx";
import { isMobile } from "./cart.ts";

export type Contact = { readonly phone: string; readonly note: string; readonly cutlery: number };

type Props = { contact: Contact; onChange: (change: Partial<Contact>) => void };

export function ContactFields({ contact: { phone, note, cutlery }, onChange }: Props) {
  const say = useSay();
  const wrong = phone !== "" && !isMobile(phone);
  return (
    <>
      <label className="field-label" htmlFor="contact-phone">
        {say("联系手机", "Mobile number")}
      </label>
      <Input
        id="contact-phone"
        inputMode="tel"
        autoComplete="off"
        maxLength={11}
        value={phone}
        status={wrong ? "error" : ""}
        onChange={(event) => onChange({ phone: event.target.value.trim() })}
      />
      {wrong && (
        <p className="small tone-danger-ink">{say("11 位手机号，1 开头", "11 digits, beginning with 1")}</p>
      )}
      <div className="two-fields">
        <div>
          <label className="field-label" htmlFor="order-note">
            {say("备注", "Note")}
          </label>
          <Input
            id="order-note"
            maxLength={100}
            value={note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        </div>
        <div>
          <label className="field-label" htmlFor="order-cutlery">
            {say("餐具", "Cutlery")}
          </label>
          <InputNumber
            id="order-cutlery"
            min={0}
            max={20}
            value={cutlery}
            onChange={(value) => onChange({ cutlery: value ?? 0 })}
          />
        </div>
      </div>
    </>
  );
}
