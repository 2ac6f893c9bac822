import { isObject, type Json } from "../http/exchange.ts";

/** A work notification as the phone shows it, or why DingTalk refuses it (dingtalk.md 5). */
export type WorkContent = {
  readonly title: string;
  readonly lines: { label: string; value: string }[];
  readonly page: string | null;
};

const textIn = (part: Json, name: string): string | null => {
  const value = part[name];
  return typeof value === "string" && value !== "" ? value : null;
};

const line = (value: string): { label: string; value: string }[] => [{ label: "", value }];

function oaContent(part: Json): WorkContent | string {
  const body = isObject(part.body) ? part.body : {};
  const head = isObject(part.head) ? part.head : {};
  const form = body.form === undefined ? [] : body.form;
  const title = textIn(body, "title") ?? textIn(head, "text");
  if (title === null || textIn(head, "bgcolor") === null) return "oa.head.bgcolor, oa.body.title";
  if (!Array.isArray(form) || form.length > 6 || !form.every(isObject)) return "oa.body.form";
  const lines = form.map((field) => ({ label: String(field.key ?? ""), value: String(field.value ?? "") }));
  const content = textIn(body, "content");
  return {
    title,
    lines: content === null ? lines : [...lines, ...line(content)],
    page: textIn(part, "message_url"),
  };
}

function cardContent(part: Json): WorkContent | string {
  const [title, markdown] = [textIn(part, "title"), textIn(part, "markdown")];
  if (title === null || markdown === null) return "action_card.title, action_card.markdown";
  const buttons = part.btn_json_list;
  const first: unknown = Array.isArray(buttons) ? buttons[0] : undefined;
  const url = textIn(part, "single_url") ?? (isObject(first) ? textIn(first, "action_url") : null);
  if (url === null) return "action_card.single_url";
  return { title, lines: line(markdown), page: url };
}

const kinds: Readonly<Record<string, (part: Json) => WorkContent | string>> = {
  text(part) {
    const content = textIn(part, "content");
    return content === null ? "text.content" : { title: "工作通知", lines: line(content), page: null };
  },
  markdown(part) {
    const [title, text] = [textIn(part, "title"), textIn(part, "text")];
    return title === null || text === null
      ? "markdown.title, markdown.text"
      : { title, lines: line(text), page: null };
  },
  link(part) {
    const [title, text, url] = [textIn(part, "title"), textIn(part, "text"), textIn(part, "messageUrl")];
    return title === null || text === null || url === null
      ? "link.title, link.text, link.messageUrl"
      : { title, lines: line(text), page: url };
  },
  oa: oaContent,
  action_card: cardContent,
};

export function workContent(msg: Json): WorkContent | string {
  const type = typeof msg.msgtype === "string" ? msg.msgtype : "";
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const part = msg[type];
  if (kind === undefined) return "msgtype";
  return isObject(part) ? kind(part) : type;
}
