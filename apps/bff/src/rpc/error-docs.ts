import { fen, toId, type Words } from "@sanqi/kernel";
import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { webProblems } from "../http/problems.ts";
import { advice } from "./error-advice.ts";
import { type DomainError, describe, errorTable, transportErrors } from "./error-table.ts";

type Row = { readonly code: string; readonly status: number; readonly words: Words };

/** Words with figures in them are shown with these. */
const example = {
  opensAt: "06:00",
  why: { zh: "请填写菜名", en: "Give the dish a name" },
  group: { zh: "辣度", en: "Heat" },
  name: "牛肉面",
  nameEn: "Beef noodles",
  left: 2,
  dishId: toId("dish", `dsh_${"0".repeat(20)}`),
  missingFen: fen(350),
  retryAfterSeconds: 4,
  expectedFen: fen(1200),
  actualFen: fen(1300),
  code: "SYSTEM_ERROR",
  from: "accepted",
  command: "cancel",
  // 12:05 in China
  nextAt: Date.UTC(2026, 10, 22, 4, 5),
  handover: "pickup",
  slotFrom: Date.UTC(2026, 10, 22, 4, 5),
  payBy: Date.UTC(2026, 10, 22, 4, 5),
};

const statusOf = (rpc: TRPC_ERROR_CODE_KEY) => getHTTPStatusCodeFromError(new TRPCError({ code: rpc }));

/** Every code that leaves the process, once, in the order of the alphabet. */
export function errorRows(): Row[] {
  const kinds = Object.keys(errorTable) as DomainError["kind"][];
  const expected = kinds.map((kind): Row => {
    const { code, rpc, words } = describe({ kind, ...example } as unknown as DomainError);
    return { code, status: statusOf(rpc), words };
  });
  const transport = (Object.keys(transportErrors) as TRPC_ERROR_CODE_KEY[]).flatMap((rpc): Row[] => {
    const row = transportErrors[rpc];
    return row ? [{ code: row.code, status: statusOf(rpc), words: row.words }] : [];
  });
  const byCode = new Map(
    [...Object.values(webProblems), ...transport, ...expected].map((row) => [row.code, row]),
  );
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const cell = (text: string) => text.replaceAll("|", "\\|");

/** The whole text of docs/errors.md. */
export function errorDocs(): string {
  const rows = errorRows().map(({ code, status, words }) => {
    const todo = advice[code];
    if (!todo) throw new Error(`no advice for ${code}`);
    return `| \`${code}\` | ${status} | ${cell(words.zh)} | ${cell(words.en)} | ${cell(todo.zh)}<br>${cell(todo.en)} |`;
  });
  return `# 错误码 Error codes

<!-- Written by apps/bff/src/rpc/write-error-docs.ts; a test fails where this file differs from the code. -->

每个失败都带有稳定的错误码、中英文说明和 trace id；响应头 \`x-trace-id\` 与正文一致，凭它可在日志和控制台里找到整条经过。

Every failure carries a stable code, words in Chinese and English, and a trace id; the header \`x-trace-id\` says the same as the
body, and leads to the whole story in the log and in the console.

- API (\`/trpc\`): \`error.data.sanqi = { code, zh, en, traceId, failure }\`
- 其他 everything else: \`{ code, zh, en, traceId }\`

| 错误码 Code | HTTP | 中文 | English | 怎么办 What to do |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}
