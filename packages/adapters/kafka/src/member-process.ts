/** A process that reads as a member of the group and says what it laid into the inbox, until it is killed. */
import { connect } from "@sanqi/database";
import type { Bus } from "@sanqi/outbox";
import { recording, startKafkaPump } from "./stage-for-tests.ts";

const { DATABASE_URL = "", BROKERS = "", TOPIC = "", PARTITIONS = "" } = process.env;
const telling = (bus: Bus): Bus => ({
  ...bus,
  receive: (inboxes) =>
    bus.receive({
      ...inboxes,
      async deliver(group, events) {
        const unknown = await inboxes.deliver(group, events);
        process.send?.(events.map((event) => event.eventId));
        return unknown;
      },
    }),
});
startKafkaPump(
  { sql: connect(DATABASE_URL), brokers: BROKERS, topic: TOPIC, partitions: Number(PARTITIONS) },
  [recording("records", "t")],
  { around: telling },
);
