import { Admin } from "@platformatic/kafka";
import { connectionOf, type KafkaSettings } from "./settings.ts";

/** More than one machine's workers; a campus's orders spread evenly over them. */
const defaultPartitions = 6;

/** Makes the topic where it is missing, with the broker's own number of copies. */
export async function makeTopic(settings: KafkaSettings): Promise<void> {
  const { topic, partitions = defaultPartitions } = settings;
  const admin = new Admin(connectionOf(settings));
  try {
    const known = await admin.listTopics();
    if (known.includes(topic)) return;
    // Another process may make it in the same moment.
    await admin.createTopics({ topics: [topic], partitions, replicas: -1 }).catch(async (error: unknown) => {
      if (!(await admin.listTopics()).includes(topic)) throw error;
    });
  } finally {
    await admin.close();
  }
}
