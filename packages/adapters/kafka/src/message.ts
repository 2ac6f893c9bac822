import type { Event, EventName } from "@sanqi/outbox";

/** Events of one order go to one partition, where they keep their order. */
export const keyOf = ({ campusId, key }: Pick<Event, "campusId" | "key">): string => `${campusId}/${key}`;

/**
 * What stands on the topic: which event, not what it says. Its content is read from the outbox, so that no personal data lies
 * on the broker, and nobody who can write to the topic can make an event up.
 */
export const textOf = ({ campusId, eventId, type, traceId, occurredAt }: Event): string =>
  JSON.stringify({ campusId, eventId, type, traceId, occurredAt });

/** The event that a message names; null where it is none of ours. */
export function nameOf(value: Buffer | null | undefined): EventName | null {
  try {
    const { campusId, eventId } = JSON.parse(String(value)) as Partial<Record<string, unknown>>;
    return typeof campusId === "string" && typeof eventId === "string" ? { campusId, eventId } : null;
  } catch {
    return null;
  }
}
