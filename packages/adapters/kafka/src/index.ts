export { createKafkaBus } from "./bus.ts";
export type { KafkaReports, KafkaSettings } from "./settings.ts";
