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
    });
  });

  it.each([
    ["DATABASE_URL", { SANQI_SEED_DEMO: "1" }],
    ["DATABASE_URL", { ...demo, DATABASE_URL: "  " }],
    ["SANQI_CAMPUS", { DATABASE_URL: "x" }],
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
  ])("names %s where it is wrong: %o", (name, change) => {
    expect(() => readConfig({ ...demo, ...change })).toThrow(new RegExp(name));
  });

  it("listens to everybody in production, and to this machine otherwise", () => {
    const production = { ...demo, NODE_ENV: "production", PUBLIC_URL: "https://x.example/" };
    expect(readConfig(production)).toMatchObject({ listen: "0.0.0.0", publicUrl: "https://x.example" });
  });
});
