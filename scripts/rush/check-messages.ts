import type { Queryable } from "@sanqi/database";
import type { Host } from "@sanqi/kernel";
import type { Finding, Witness } from "./check-books.ts";
import type { SandboxState } from "./phone.ts";

type Row = { host: Host; count: number };

/**
 * Nobody is told the same thing twice, and what the books call sent has arrived. DingTalk may drop a message without a
 * word (daily limit), so there only the first is asked.
 */
export async function checkMessages(
  sql: Queryable,
  witness: Witness,
  sandbox: SandboxState,
): Promise<Finding[]> {
  const { campusId, accounts, since, persons } = witness;
  const findings: Finding[] = [];
  const arrived = sandbox.messages.filter((message) => persons.has(message.person) && message.at >= since);
  const seen = new Set<string>();
  for (const { host, person, templateId, title, lines, page } of arrived) {
    // The order's number stands in the lines: two messages with the same content are about the same event.
    const content = JSON.stringify([host, person, templateId, title, lines, page]);
    if (seen.has(content))
      findings.push({ kind: "doubled", what: `${person} (${host}) was told "${title}" twice` });
    seen.add(content);
  }
  const sent = await sql<Row[]>`
    select host, count(*)::int as count from message_delivery
    where campus_id = ${campusId} and account_id = any(${accounts}) and started_at >= ${since}
      and state = 'sent' group by host`;
  for (const { host, count } of sent) {
    if (host === "dd") continue;
    const there = arrived.filter((message) => message.host === host).length;
    for (let n = there; n < count; n += 1)
      findings.push({
        kind: "lost",
        what: `${host}: ${count} messages are booked as sent, ${there} have arrived`,
      });
  }
  return findings;
}
