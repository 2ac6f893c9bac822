/**
 * The templates accepted this time, from what my.requestSubscribeMessage answers (success and fail carry the same
 * fields): one key per template with accept or reject; older base libraries only give lists in `result`. One-time
 * consents add up, so a template that was accepted before and not now must not count again.
 */
export function acceptedTemplates(answer: unknown, asked: readonly string[]): string[] {
  const said = (answer ?? {}) as Record<string, unknown>;
  if (asked.some((id) => id in said)) return asked.filter((id) => said[id] === "accept");
  const lists = said.result as
    | { currentSubscribedEntityIds?: unknown; subscribedEntityIds?: unknown }
    | undefined;
  const list = lists?.currentSubscribedEntityIds ?? lists?.subscribedEntityIds;
  return asked.filter((id) => Array.isArray(list) && list.map(String).includes(id));
}
