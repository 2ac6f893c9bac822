export { type KafkaServer, startKafka } from "./kafka.ts";
export { fetchKafka, kafkaLacks } from "./kafka-files.ts";
export { type NginxServer, nginxLacks, startNginx } from "./nginx.ts";
export { type RedisServer, redisLacks, startRedis } from "./redis.ts";
export { type RedisCluster, startRedisCluster } from "./redis-cluster.ts";
