import type { AccountId } from "@sanqi/kernel";
import { unambiguous } from "./unambiguous.ts";

/**
 * A friendly name for whoever has not told one, such as "同学 3F7K": it follows from the random part of our own account
 * id alone, so that it stays the same and says nothing about the person.
 */
export function nickname(accountId: AccountId): string {
  let number = 0;
  for (const sign of accountId.slice(-11)) number = (number * 31 + sign.charCodeAt(0)) >>> 0;
  let signs = "";
  for (let place = 0; place < 4; place++) signs += unambiguous[(number >>> (5 * place)) & 31];
  return `同学 ${signs}`;
}

/** A name that a platform or an operator vouched for, fit to show: no control characters, one line, at most 40 characters. */
export const toldName = (name: string | null): string | null => {
  const clean = (name ?? "").replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return clean === "" ? null : Array.from(clean).slice(0, 40).join("");
};
