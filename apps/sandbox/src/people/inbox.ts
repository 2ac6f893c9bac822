import type { Host } from "@sanqi/kernel";
import { token } from "../signing.ts";
import type { InboxMessage } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";

const inboxKey = (host: Host, person: string): string => `${host}\n${person}`;

/** Puts a message on the person's phone. */
export function receive(world: World, message: Omit<InboxMessage, "id" | "at">): InboxMessage {
  const received: InboxMessage = { id: `msg_${token(20)}`, at: world.clock.now(), ...message };
  const key = inboxKey(message.host, message.person);
  const inbox = world.state.inbox.get(key);
  if (inbox === undefined) world.state.inbox.set(key, [received]);
  else inbox.push(received);
  count(world.state, `messages.${message.host}`);
  world.touch();
  return received;
}

/** Newest first, as an inbox shows them. */
export const messagesOf = (world: World, host: Host, person: string): InboxMessage[] =>
  (world.state.inbox.get(inboxKey(host, person)) ?? []).toReversed();
