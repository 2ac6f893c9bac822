import type { Words } from "@sanqi/kernel";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { menuErrors } from "./errors/menu-errors.ts";
import { moneyErrors } from "./errors/money-errors.ts";
import { orderingErrors } from "./errors/ordering-errors.ts";
import { peopleErrors } from "./errors/people-errors.ts";
import type { DomainError, Row } from "./errors/row.ts";

export type { DomainError } from "./errors/row.ts";
export { transportErrors } from "./errors/transport-errors.ts";

/** Every expected failure with its code and its words; a forgotten kind does not compile. */
export const errorTable: { readonly [K in DomainError["kind"]]: Row<K> } = {
  ...orderingErrors,
  ...menuErrors,
  ...moneyErrors,
  ...peopleErrors,
};

/** What a person reads of an expected failure. */
export function describe(error: DomainError): { code: string; rpc: TRPC_ERROR_CODE_KEY; words: Words } {
  const row = errorTable[error.kind] as Row<DomainError["kind"]>;
  return { code: row.code, rpc: row.rpc, words: row.words(error as never) };
}
