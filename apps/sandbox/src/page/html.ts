/** Markup that is already safe to print. */
export type Html = { readonly markup: string };

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

type Part = Html | string | number | null | readonly Part[];

function print(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  return "markup" in part ? part.markup : part.map(print).join("");
}

/** Text in `${}` is escaped: names and notes on this page come from anybody. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((made, text, index) => made + print(parts[index - 1] ?? null) + text) };
}

export const trusted = (markup: string): Html => ({ markup });

/** Chinese first, English beside it. */
export const words = (zh: string, en: string): Html =>
  html`<span class="zh">${zh}</span> <span class="en">${en}</span>`;
