import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Migration, Sql } from "@sanqi/database";

/** The steps of the first released schema, with the digest of each file as it was released. */
const released: Readonly<Record<string, string>> = {
  "campus/0001-campus": "96415a2e5ad05be3ecc0beffb09d2d8a9d74c20ac591460b0487c6cdc683cf84",
  "care/0001-care": "d7613c89679733d04639ace43edc047eba113cbfa64fce70bdd603b9f1f40175",
  "catalog/0001-catalog": "e6adb9bdfe36d78d4930fff8bffa0dd4972a5dc2b8a414b025196f91af2ada0f",
  "delivery/0001-delivery": "4acb4f9b0d1bd730ef15a12ddd0adcf822f6bd9a533fa7af4853defd0de427fc",
  "identity/0001-identity": "8a3e986696f81504b1adac40c2536811a758c50751f000aff82477ecda47626e",
  "notifications/0001-notifications": "6f0db254d0691fb57c13df2114b5fe6b0c28e556c77b58094db36ff95cdf660b",
  "orders/0001-orders": "e79547d6135b573170bf97585aa047869794873ba63913375f815ada9bddf45c",
  "orders/0002-urge": "b3de84cf89e93d1a76b1ed9826647d3f73f07f75e87419ad31cafd38a33ee3d7",
  "orders/0003-acceptance": "2d0fc02d2b38846f79430de015af1f656242b1c535477bda8bdffa9ab30c2fb9",
  "payments/0001-payments": "7a64b9238911a88f18b0641b12ef1151d78eacb40232617af63e001e9855a1f0",
  "payments/0002-payment-key": "c71d12c2d176d7968637e0765b8149d733eae101dd80c3ee9f83b87b265821ec",
  "outbox/0001-outbox": "33026ecae39719c4f2792d127d13732071b3b2f4488f077733238ae8e63c32d0",
  "outbox/0002-subscription": "ccb2f988d9fea2456e7c82475672ffd4d74ace875974eb4104ca868b3c6f38a5",
};

const nameOf = ({ module, name }: Migration) => `${module}/${name}`;

/** The first release's part of today's steps; a released file that reads differently now is an error. */
export function firstRelease(migrations: readonly Migration[]): Migration[] {
  const steps = migrations.filter((step) => nameOf(step) in released);
  const missing = Object.keys(released).filter((name) => !steps.some((step) => nameOf(step) === name));
  if (missing.length > 0) throw new Error(`released steps are gone: ${missing.join(", ")}`);
  for (const step of steps) {
    const digest = createHash("sha256").update(step.sql).digest("hex");
    if (digest !== released[nameOf(step)])
      throw new Error(`${nameOf(step)} was released and must never be edited: add a new step instead`);
  }
  return steps;
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(path.join(import.meta.dirname, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

/** A small noon as the first release left it: delivered, rated, cancelled and refunded, paid, unpaid, on two platforms. */
export async function loadRows(sql: Sql): Promise<void> {
  const session = await sql.reserve();
  try {
    // Rows come table by table; what refers to what is looked at once all are there.
    await session`set session_replication_role = replica`;
    for (const { table, row } of linesOf<{ table: string; row: object }>("first-release.rows.jsonl"))
      await session`insert into ${session(table)} overriding system value select * from jsonb_populate_record(null::${session(table)}, ${session.json(row as never)})`;
    await session`set session_replication_role = default`;
    await session`select setval(pg_get_serial_sequence('outbox', 'position'), (select max(position) from outbox))`;
  } finally {
    session.release();
  }
}

/** What the first release writes for the next small noon, statement by statement, as it was recorded. */
export async function replayCalls(sql: Sql): Promise<number> {
  const calls = linesOf<{ query: string; parameters: unknown[] }>("first-release.calls.jsonl");
  for (const { query, parameters } of calls) await sql.unsafe(query, parameters as never[]);
  return calls.length;
}
