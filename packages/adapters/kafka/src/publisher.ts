import { ProduceAcks, Producer, stringSerializers } from "@platformatic/kafka";
import type { Event } from "@sanqi/outbox";
import { keyOf, textOf } from "./message.ts";
import { connectionOf, type KafkaSettings, within } from "./settings.ts";
import { makeTopic } from "./topic.ts";

/** The relay's transaction stays open for so long at most. */
const patience = 8_000;

type StringProducer = Producer<string, string, string, string>;

/** Writes to the topic; resolves once all copies in sync have the events. */
export function createPublisher(settings: KafkaSettings) {
  let ready: Promise<StringProducer> | null = null;
  const open = async () => {
    await makeTopic(settings);
    return new Producer({ ...connectionOf(settings), serializers: stringSerializers, idempotent: true });
  };
  const discard = async () => {
    const gone = ready;
    ready = null;
    await gone?.then((producer) => within(patience, "closing", producer.close(true))).catch(() => undefined);
  };
  return {
    async send(events: readonly Event[]): Promise<void> {
      ready ??= open();
      const messages = events.map((event) => ({
        topic: settings.topic,
        key: keyOf(event),
        value: textOf(event),
      }));
      try {
        const sending = ready.then((producer) => producer.send({ messages, acks: ProduceAcks.ALL }));
        await within(patience, "publishing", sending);
      } catch (error) {
        // Nobody knows what of it arrived: the next try begins anew, as another producer, and readers know repetitions.
        void discard();
        throw error;
      }
    },
    close: discard,
  };
}
