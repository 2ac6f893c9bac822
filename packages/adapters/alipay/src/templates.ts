import type { Message, MessageKind } from "@sanqi/notifications";
import { shorten } from "@sanqi/outbound";

/** What a student may subscribe to; the alert of a counselor goes through DingTalk only. */
export type SubscribableKind = Exclude<MessageKind, "care-alert">;
export type AlipayTemplates = Readonly<Record<SubscribableKind, string>>;

/** Template ids of the sandbox; real ones are given out by the console of the platform. */
export const defaultTemplates: AlipayTemplates = {
  "order-accepted": "tmpl-order-accepted",
  "order-picked-up": "tmpl-order-picked-up",
  "order-delivered": "tmpl-order-delivered",
  "order-refunded": "tmpl-order-refunded",
};

type ValueOf<K extends SubscribableKind> = Exclude<keyof Extract<Message, { kind: K }>, "kind">;

/** The keywords that the templates have in the platform's console, by position, to the message's values. */
export const alipayMessageFields = {
  "order-accepted": { keyword1: "shop", keyword2: "orderNo", keyword3: "eta", keyword4: "note" },
  "order-picked-up": { keyword1: "shop", keyword2: "orderNo", keyword3: "rider", keyword4: "eta" },
  "order-delivered": { keyword1: "shop", keyword2: "orderNo", keyword3: "place", keyword4: "at" },
  "order-refunded": { keyword1: "shop", keyword2: "orderNo", keyword3: "amount", keyword4: "reason" },
} as const satisfies { [K in SubscribableKind]: Readonly<Record<string, ValueOf<K>>> };

/** The platform refuses longer values (USER_KEYWORD_LENGTH_ERROR). */
const keywordLimit = 50;

/** A message as the JSON text of its template's keywords; an empty value reads 无, because a keyword may not be lacking. */
export function templateData(message: Extract<Message, { kind: SubscribableKind }>): string {
  const values: Readonly<Record<string, string>> = message;
  const data: Record<string, { value: string }> = {};
  for (const [keyword, name] of Object.entries(alipayMessageFields[message.kind])) {
    const line = (values[name] ?? "").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
    data[keyword] = { value: shorten(line || "无", keywordLimit) };
  }
  return JSON.stringify(data);
}
