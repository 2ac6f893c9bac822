export { type Ear, openRedisChannel, type RedisChannel, type RedisLine } from "./channel.ts";
export { openRedisStore, type RedisPlace, type RedisStore } from "./store.ts";
