import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { createApiLog, foreignTo } from "./api-audit.ts";
import { createAppContext } from "./app-context.ts";

describe("the namespace of another host", () => {
  const context = () => {
    const log = createApiLog();
    return { log, realm: createAppContext({}, { my: foreignTo("my", log) }).vm };
  };

  it("is noticed when it is asked for, even by typeof", () => {
    const { log, realm } = context();
    expect(vm.runInContext("typeof my", realm)).toBe("undefined");
    expect([...log.foreign]).toEqual(["my"]);
  });

  it("is not in any listing of the realm", () => {
    const { log, realm } = context();
    vm.runInContext("Object.getOwnPropertyNames(globalThis).forEach((name) => globalThis[name])", realm);
    expect([...log.foreign]).toEqual([]);
  });
});
