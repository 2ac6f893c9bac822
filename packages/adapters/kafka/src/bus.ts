import type { Bus } from "@sanqi/outbox";
import { createPublisher } from "./publisher.ts";
import { startReceiver } from "./receiver.ts";
import type { KafkaReports, KafkaSettings } from "./settings.ts";

/**
 * Events over a Kafka topic, partitioned by order, read by each group of consumers on its own. A broker that is away lets
 * events wait in the outbox.
 */
export function createKafkaBus(settings: KafkaSettings & KafkaReports): Bus {
  const publisher = createPublisher(settings);
  return {
    carriedBy: "broker",
    publish: (events) => publisher.send(events),
    receive(inboxes) {
      const receivers = inboxes.groups.map((group) =>
        startReceiver({ ...settings, group, deliver: (events) => inboxes.deliver(group, events) }),
      );
      return {
        async stop() {
          await Promise.all([...receivers.map((receiver) => receiver.stop()), publisher.close()]);
        },
      };
    },
  };
}
