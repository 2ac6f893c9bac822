export { type Ear, openRedisChannel, type RedisChannel, type RedisLine } from "./channel.ts";
