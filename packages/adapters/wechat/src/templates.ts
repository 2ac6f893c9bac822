import type { Message, MessageKind } from "@sanqi/notifications";
import { fitValue } from "./fit-value.ts";

/** What a student may subscribe to; the alert of a counselor goes through DingTalk only. */
export type SubscribableKind = Exclude<MessageKind, "care-alert">;
export type WechatTemplates = Readonly<Record<SubscribableKind, string>>;

/** Template ids of the sandbox; real ones are given out by the console of the platform. */
export const defaultTemplates: WechatTemplates = {
  "order-accepted": "tmpl-order-accepted",
  "order-picked-up": "tmpl-order-picked-up",
  "order-delivered": "tmpl-order-delivered",
  "order-refunded": "tmpl-order-refunded",
};

type ValueOf<K extends SubscribableKind> = Exclude<keyof Extract<Message, { kind: K }>, "kind">;

/** The fields that the templates have in the platform's console: key (its letters are its type) to the message's value. */
export const wechatMessageFields = {
  "order-accepted": { thing1: "shop", character_string2: "orderNo", time3: "eta", thing4: "note" },
  "order-picked-up": { thing1: "shop", character_string2: "orderNo", name3: "rider", time4: "eta" },
  "order-delivered": { thing1: "shop", character_string2: "orderNo", thing3: "place", time4: "at" },
  "order-refunded": { thing1: "shop", character_string2: "orderNo", amount3: "amount", thing4: "reason" },
} as const satisfies { [K in SubscribableKind]: Readonly<Record<string, ValueOf<K>>> };

export type TemplateData = Readonly<Record<string, { readonly value: string }>>;

/**
 * A message in the fields of its template, each value fitted to the platform's limits.
 * `unfit` names the field whose value cannot be brought into the form of its type.
 */
export function templateData(
  message: Extract<Message, { kind: SubscribableKind }>,
): { readonly data: TemplateData } | { readonly unfit: string } {
  const data: Record<string, { value: string }> = {};
  const values: Readonly<Record<string, string>> = message;
  for (const [key, name] of Object.entries(wechatMessageFields[message.kind])) {
    const value = fitValue(key, values[name] ?? "");
    if (value === undefined) return { unfit: `${key} (${name})` };
    data[key] = { value };
  }
  return { data };
}
