import { chinaDay } from "@sanqi/kernel";
import { Segmented, Select } from "antd";
import type { Outputs } from "../../rpc/client.ts";
import { useNow } from "../../ui/clock.ts";
import { useName, useSay } from "../../ui/language.tsx";
import { rangeText } from "../../ui/time.ts";
import { usePlaces } from "../map/use-places.ts";
import { handoverWords } from "../orders/handovers.ts";
import type { PhoneCart } from "./cart.ts";

type Props = {
  cart: PhoneCart;
  handovers: readonly PhoneCart["handover"][];
  slots: Outputs["quote"]["slots"];
  onChange: (change: Partial<PhoneCart>) => void;
};

/** Carried to a place or fetched at the counter; now or for a slot. */
export function WhereAndWhen({ cart, handovers, slots, onChange }: Props) {
  const say = useSay();
  const name = useName();
  const now = useNow(30_000);
  const places = usePlaces();
  const groups = Map.groupBy(places.data ?? [], (place) => place.group);
  return (
    <>
      <Segmented<PhoneCart["handover"]>
        block
        aria-label={say("交付方式", "Handover")}
        value={cart.handover}
        onChange={(handover) => onChange({ handover })}
        options={handovers.map((value) => ({ value, label: say(handoverWords[value]) }))}
      />
      {cart.handover === "delivery" && (
        <Select
          className="wide"
          showSearch={{ optionFilterProp: "label" }}
          loading={places.isPending}
          placeholder={say("送到哪里", "To which place")}
          aria-label={say("送到", "To")}
          value={cart.placeId}
          onChange={(placeId) => onChange({ placeId })}
          options={[...groups].map(([group, members]) => ({
            label: group || say("其他", "Others"),
            options: members.map((place) => ({ value: place.placeId, label: name(place) })),
          }))}
        />
      )}
      {slots.length > 0 && (
        <Select<number | "now">
          className="wide"
          aria-label={say("时间", "When")}
          value={cart.slotFrom ?? "now"}
          onChange={(slot) => onChange({ slotFrom: slot === "now" ? null : slot })}
          options={[
            { value: "now", label: say("尽快", "As soon as possible") },
            ...slots.map((slot) => ({
              value: slot.from,
              disabled: slot.left === 0,
              label: `${chinaDay(slot.from) === chinaDay(now) ? say("今天 ", "today ") : ""}${rangeText(slot, now)}${
                slot.left === 0 ? say("（约满）", " (full)") : ""
              }`,
            })),
          ]}
        />
      )}
    </>
  );
}
