import type { Handover } from "@sanqi/catalog";
import { err, ok, type Result, type Words } from "@sanqi/kernel";
import { countFrom, fenFrom, yuanInField } from "@/features/staff/yuan-field";
import type { Inputs } from "@/rpc";
import type { EditableMenu } from "../menu-editing/menu-list";
import type { Invalid } from "../menu-editing/use-menu-change";

type Shop = EditableMenu["shop"];
export type ShopChange = Inputs["merchant"]["editShop"]["change"];

/** What a kitchen tells about itself, as it is typed. */
export type SettingsForm = Pick<Shop, "notice" | "noticeEn" | "promotion" | "promotionEn" | "handovers"> & {
  readonly minOrder: string;
  readonly packing: string;
  readonly prepMinutes: string;
  /** Whether orders ahead are taken; the texts stay while it is off. */
  readonly ahead: boolean;
  readonly lengthMinutes: string;
  readonly capacity: string;
  readonly leadMinutes: string;
  readonly daysAhead: string;
};

/** A quarter of an hour, ten lunches in it, until half an hour before. */
const usualSlots = { lengthMinutes: 15, capacity: 10, leadMinutes: 30, daysAhead: 1 };

export function formOf(shop: Shop): SettingsForm {
  const slots = shop.slots ?? usualSlots;
  return {
    notice: shop.notice,
    noticeEn: shop.noticeEn,
    promotion: shop.promotion,
    promotionEn: shop.promotionEn,
    handovers: shop.handovers,
    minOrder: yuanInField(shop.minOrderFen),
    packing: yuanInField(shop.packingFen),
    prepMinutes: String(shop.prepMinutes),
    ahead: shop.slots !== null,
    lengthMinutes: String(slots.lengthMinutes),
    capacity: String(slots.capacity),
    leadMinutes: String(slots.leadMinutes),
    daysAhead: String(slots.daysAhead),
  };
}

const noAmount: Words = { zh: "请填写金额，例如 12.5", en: "Write an amount, for example 12.5" };
const noCount: Words = { zh: "请填写数字", en: "Write a number" };

/**
 * What of the form differs from the shop: only that is sent, so that nobody writes over what somebody else changed beside it.
 * Limits are the server's; here a text only has to be a number.
 */
export function changeOf(form: SettingsForm, shop: Shop): Result<ShopChange, Invalid> {
  const wrong: Invalid[] = [];
  const amount = (field: string, text: string): number => {
    const read = fenFrom(text);
    if (read === undefined) wrong.push({ field, words: noAmount });
    return read ?? 0;
  };
  const count = (field: string, text: string): number => {
    const read = countFrom(text);
    if (read === undefined) wrong.push({ field, words: noCount });
    return read ?? 0;
  };
  const slots = form.ahead
    ? {
        lengthMinutes: count("slots.lengthMinutes", form.lengthMinutes),
        capacity: count("slots.capacity", form.capacity),
        leadMinutes: count("slots.leadMinutes", form.leadMinutes),
        daysAhead: count("slots.daysAhead", form.daysAhead),
      }
    : null;
  const now: Required<Omit<ShopChange, "category" | "categoryEn">> = {
    notice: form.notice.trim(),
    noticeEn: form.noticeEn.trim(),
    promotion: form.promotion.trim(),
    promotionEn: form.promotionEn.trim(),
    minOrderFen: amount("minOrderFen", form.minOrder),
    packingFen: amount("packingFen", form.packing),
    prepMinutes: count("prepMinutes", form.prepMinutes),
    handovers: [...form.handovers],
    slots,
  };
  const [first] = wrong;
  if (first) return err(first);
  const same = (key: keyof typeof now) => JSON.stringify(now[key]) === JSON.stringify(shop[key]);
  return ok(
    Object.fromEntries(Object.entries(now).filter(([key]) => !same(key as keyof typeof now))) as ShopChange,
  );
}

const order: readonly Handover[] = ["delivery", "pickup", "table"];
/** The ways to hand meals over with one more or one less, always in the same order. */
export const withHandover = (
  handovers: readonly Handover[],
  one: Handover,
  on: boolean,
): readonly Handover[] => order.filter((other) => (other === one ? on : handovers.includes(other)));
