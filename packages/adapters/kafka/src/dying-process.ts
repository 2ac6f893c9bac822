/** A process that lays events into the inbox and gets no further: its place in the topic is never committed. */
import { connect } from "@sanqi/database";
import type { Bus } from "@sanqi/outbox";
import { recording, startKafkaPump } from "./stage-for-tests.ts";

const { DATABASE_URL = "", BROKERS = "", TOPIC = "" } = process.env;
const stuck = (bus: Bus): Bus => ({
  ...bus,
  receive: (inboxes) =>
    bus.receive({
      ...inboxes,
      async deliver(group, events) {
        await inboxes.deliver(group, events);
        process.send?.(events.map((event) => event.eventId));
        return new Promise(() => {});
      },
    }),
});
startKafkaPump(
  { sql: connect(DATABASE_URL), brokers: BROKERS, topic: TOPIC, partitions: 3 },
  [recording("records", "t")],
  {
    around: stuck,
  },
);
