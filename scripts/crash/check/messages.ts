import type { Evidence, Finding } from "./evidence.ts";

/** Nobody is told the same thing twice, and what the books call sent has arrived. */
export async function checkMessages({ sql, campusId, since, sandbox, memory }: Evidence): Promise<Finding[]> {
  const findings: Finding[] = [];
  const arrived = sandbox.messages.filter(({ person, at }) => memory.persons.has(person) && at >= since);
  const seen = new Set<string>();
  for (const { host, person, templateId, title, lines, page } of arrived) {
    // The order's number stands in the lines: two messages with the same content are about the same event.
    const content = JSON.stringify([host, person, templateId, title, lines, page]);
    if (seen.has(content))
      findings.push({ kind: "doubled_messages", what: `${person} (${host}) was told "${title}" twice` });
    seen.add(content);
  }
  const sent = await sql<{ host: string; count: number }[]>`
    select host, count(*)::int as count from message_delivery
    where campus_id = ${campusId} and started_at >= ${since} and state = 'sent' group by host`;
  for (const { host, count } of sent) {
    const there = arrived.filter((message) => message.host === host).length;
    // DingTalk drops what is over its daily limit without a word.
    if (host !== "dd" && there < count)
      findings.push({
        kind: "lost_messages",
        what: `${host}: ${count} are booked as sent, ${there} have arrived`,
      });
  }
  return findings;
}

/** Messages of which nobody can say whether they arrived: a process died, or the platform did not answer, while they were sent. */
export async function ambiguousMessages({ sql, campusId, since }: Evidence): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from message_delivery
    where campus_id = ${campusId} and started_at >= ${since} and state in ('unknown', 'sending')`;
  return row?.count ?? 0;
}
