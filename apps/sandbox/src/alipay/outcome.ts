import type { Json } from "../http/exchange.ts";

/** What a method answers: fields beside code 10000, or a refusal. */
export type Outcome = { readonly ok: true; readonly fields: Json; readonly bare?: boolean } | Failure;

export type Failure = { readonly ok: false; readonly error: AlipayError };

export type AlipayError = {
  readonly code: string;
  readonly msg: string;
  readonly subCode: string;
  readonly subMsg: string;
};

const msgs: Record<string, string> = {
  "20000": "Service Currently Unavailable",
  "40001": "Missing Required Arguments",
  "40002": "Invalid Arguments",
  "40004": "Business Failed",
  "40006": "Insufficient Permissions",
};

export const done = (fields: Json): Outcome => ({ ok: true, fields });

export const failed = (
  code: "20000" | "40001" | "40002" | "40004" | "40006",
  subCode: string,
  subMsg: string,
): Failure => ({
  ok: false,
  error: { code, msg: msgs[code] ?? "", subCode, subMsg },
});

/** 40004 with a trade's sub_code. */
export const refused = (subCode: string, subMsg: string): Failure => failed("40004", subCode, subMsg);
