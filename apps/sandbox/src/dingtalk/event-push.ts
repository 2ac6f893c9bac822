import { isObject, type Json, parseObject } from "../http/exchange.ts";
import type { Letter, NotifyChannel } from "../notification/notifier.ts";
import { token } from "../signing.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { type CallbackKeys, openCallback, sealCallback } from "./callback-crypto.ts";

const channel = "dingtalk/event";

const keysOf = ({ secrets: { dingtalk } }: World): CallbackKeys => ({
  token: dingtalk.callbackToken,
  aesKey: dingtalk.callbackAesKey,
  ownerKey: dingtalk.appKey,
});

function letterOf(world: World, push: { url: string; event: Json }): Letter {
  const sealed = sealCallback(keysOf(world), {
    text: JSON.stringify(push.event),
    timestamp: String(world.clock.now()),
    nonce: token(16),
  });
  const query = new URLSearchParams({
    signature: sealed.msg_signature,
    timestamp: sealed.timeStamp,
    nonce: sealed.nonce,
  });
  return {
    url: `${push.url}?${query}`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ encrypt: sealed.encrypt }),
  };
}

/** Heard means: the word "success", encrypted and signed with the same keys. */
function heardBy(world: World, text: string): boolean {
  const reply = parseObject(text);
  const [signature, timeStamp, nonce, encrypt] = ["msg_signature", "timeStamp", "nonce", "encrypt"].map(
    (name) => reply?.[name],
  );
  if (typeof signature !== "string" || typeof nonce !== "string" || typeof encrypt !== "string") return false;
  return (
    openCallback(keysOf(world), {
      msg_signature: signature,
      timeStamp: String(timeStamp),
      nonce,
      encrypt,
    }) === "success"
  );
}

export function eventPushes(world: World): NotifyChannel {
  return {
    // Two retries, then DingTalk parks the event (dingtalk.md 8a).
    schedule: [10_000, 30_000],
    letters(id) {
      const push = world.state.eventPushes.get(id);
      return push === undefined ? null : [letterOf(world, push)];
    },
    heard: ({ status, body }) => status === 200 && heardBy(world, body),
    noted(id, { heard }) {
      if (heard) world.state.eventPushes.delete(id);
      count(world.state, heard ? "dingtalk.eventsHeard" : "dingtalk.eventAttemptsFailed");
    },
  };
}

export const registerEventPushes = (world: World): void =>
  world.notifier.register(channel, eventPushes(world));

/** Sends one event of the corporation to an address, as saving the console's form or a change of contacts does. */
export function pushEvent(world: World, body: Json | null): { id: string } | null {
  if (body === null || typeof body.url !== "string" || !URL.canParse(body.url) || !isObject(body.event))
    return null;
  const id = token(20);
  const event = {
    CorpId: world.secrets.dingtalk.corpId,
    eventId: id,
    EventTime: world.clock.now(),
    ...body.event,
  };
  // What nobody heard stays parked, as on the real platform; the oldest make room.
  const oldest = world.state.eventPushes.keys().next();
  if (world.state.eventPushes.size >= 1_000 && !oldest.done) world.state.eventPushes.delete(oldest.value);
  world.state.eventPushes.set(id, { url: body.url, event });
  world.notifier.begin(channel, id, 0);
  return { id };
}
