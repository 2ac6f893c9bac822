export { type KafkaServer, startKafka } from "./kafka.ts";
export { fetchKafka, kafkaLacks } from "./kafka-files.ts";
export { type RedisServer, redisLacks, startRedis } from "./redis.ts";
