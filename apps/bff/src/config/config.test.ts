import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

const demo = { DATABASE_URL: "postgres://localhost/sanqi", SANQI_SEED_DEMO: "1" };

describe("the configuration", () => {
  it("of a demo needs a database only", () => {
    expect(readConfig(demo)).toMatchObject({
      mode: "demo",
      port: 8080,
      listen: "127.0.0.1",
      publicUrl: "http://127.0.0.1:8080",
      campusId: null,
      sandboxUrl: null,
      consoleUser: "admin",
      logLevel: "info",
      bus: { kind: "postgres" },
      redisUrl: null,
    });
  });

  it("takes Kafka and Redis where they are named", () => {
    const named = {
      SANQI_BUS: "kafka",
      SANQI_KAFKA_BROKERS: "a:9092, b:9093",
      SANQI_REDIS_URL: "redis://r:6379",
    };
    expect(readConfig({ ...demo, ...named })).toMatchObject({
      bus: { kind: "kafka", brokers: ["a:9092", "b:9093"], topic: "sanqi-events" },
      redisUrl: "redis://r:6379",
    });
  });

  it.each([
    ["DATABASE_URL", { SANQI_SEED_DEMO: "1" }],
    ["DATABASE_URL", { ...demo, DATABASE_URL: "  " }],
    ["SANQI_CAMPUS", { DATABASE_URL: "x" }],
    ["SANQI_KAFKA_BROKERS", { ...demo, SANQI_BUS: "kafka" }],
    ["PUBLIC_URL", { ...demo, NODE_ENV: "production" }],
  ])("names %s where it is missing", (name, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name} is not set$`));
  });

  it.each([
    ["PORT", { PORT: "eighty" }],
    ["PORT", { PORT: "70000" }],
    ["PORT", { PORT: "-1" }],
    ["PORT", { PORT: "80.5" }],
    ["SANQI_ROLES", { SANQI_ROLES: "web,everything" }],
    ["SANQI_ROLES", { SANQI_ROLES: "" }],
    ["SANQI_CAMPUS", { SANQI_SEED_DEMO: "", SANQI_CAMPUS: "澄湖大学" }],
    ["SANQI_BUS", { SANQI_BUS: "rabbit" }],
    ["SANQI_KAFKA_BROKERS", { SANQI_BUS: "kafka", SANQI_KAFKA_BROKERS: "broker.example" }],
    ["SANQI_ORDER_GROUP", { SANQI_ORDER_GROUP: "0" }],
    ["SANQI_KAFKA_TOPIC", { SANQI_BUS: "kafka", SANQI_KAFKA_BROKERS: "b:9092", SANQI_KAFKA_TOPIC: "a b" }],
    ["SANQI_REDIS_URL", { SANQI_REDIS_URL: "127.0.0.1:6379" }],
    ["SANQI_REDIS_URL", { SANQI_REDIS_URL: "redis://a:6379,b:6379" }],
  ])("names %s where it is wrong: %o", (name, change) => {
    expect(() => readConfig({ ...demo, ...change })).toThrow(new RegExp(name));
  });

  it("listens to everybody in production, and to this machine otherwise", () => {
    const production = { ...demo, NODE_ENV: "production", PUBLIC_URL: "https://x.example/" };
    expect(readConfig(production)).toMatchObject({ listen: "0.0.0.0", publicUrl: "https://x.example" });
  });
});
