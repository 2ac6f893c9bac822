import { type AccountId, type CampusId, minute, type OrderId } from "@sanqi/kernel";

/** 31 signs without look-alikes (0 O, 1 I L): eight of them are 39 bits, for a quarter of an hour. */
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 8;
/** Enough to send an order to a few friends again and again. */
export const codesPerOrder = 10;
/** Wrong codes an account may type in a minute. */
export const wrongTries = 10;
export const triesWindow = minute;

/** A permission to pay for one order; the code itself is known only to those who were given it. */
export type PayCode = {
  readonly campusId: CampusId;
  readonly codeHash: string;
  readonly orderId: OrderId;
  /** Whose order it is. */
  readonly accountId: AccountId;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** @param random fills an array with random bytes */
export function newPayCode(random: (bytes: Uint8Array) => unknown): string {
  let code = "";
  const bytes = new Uint8Array(2 * length);
  while (code.length < length) {
    random(bytes);
    // A byte beyond the last whole round of signs would favour the first ones.
    for (const byte of bytes) if (byte < 248 && code.length < length) code += signs[byte % signs.length];
  }
  return code;
}

/** The code as it was issued, from what a person typed; null where it cannot be one. */
export function typedPayCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}
