import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { place } from "./lunch.ts";
import { apiUrl, ask, flaws, mutate, send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";
import { trail } from "./unchanged.ts";

let stage: Stage;
let lin: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  await place(stage, lin);
});
afterAll(() => stage?.close());

const tooLarge = "x".repeat(64 * 1024 + 1);
type Case = [what: string, code: string, status: number, call: () => ReturnType<typeof send>];
const api = (path: string, request: Parameters<typeof send>[1]) =>
  send(apiUrl(stage, path), { token: lin.token, ...request });

const cases: Case[] = [
  ["broken JSON", "JSON_INVALID", 400, () => api("orders.place", { body: '{"shopId": ' })],
  [
    "broken JSON in an address",
    "JSON_INVALID",
    400,
    () => send(`${apiUrl(stage, "orders.get")}?input=%7B`, { token: lin.token }),
  ],
  [
    "another content type",
    "MEDIA_TYPE_UNSUPPORTED",
    415,
    () => api("orders.place", { body: "a=b", headers: { "content-type": "text/plain" } }),
  ],
  ["an unknown procedure", "PROCEDURE_NOT_FOUND", 404, () => mutate(stage, "orders.steal", {}, lin.token)],
  ["a name of every object", "PROCEDURE_NOT_FOUND", 404, () => mutate(stage, "constructor", {}, lin.token)],
  [
    "no procedure at all",
    "PROCEDURE_NOT_FOUND",
    404,
    () => send(`${stage.url}/trpc/`, { token: lin.token, body: {} }),
  ],
  [
    "a batch of a hundred calls",
    "INPUT_INVALID",
    400,
    () =>
      send(`${apiUrl(stage, Array(100).fill("orders.list").join(","))}?batch=1&input=%7B%7D`, {
        token: lin.token,
      }),
  ],
  ["GET for a mutation", "METHOD_NOT_SUPPORTED", 405, () => ask(stage, "orders.place", {}, lin.token)],
  ["POST for a query", "METHOD_NOT_SUPPORTED", 405, () => mutate(stage, "orders.list", {}, lin.token)],
  ["DELETE", "METHOD_NOT_SUPPORTED", 405, () => api("orders.place", { method: "DELETE", body: {} })],
  ["a body above 64 KiB", "BODY_TOO_LARGE", 413, () => api("orders.place", { body: { note: tooLarge } })],
  [
    "a WeChat Pay notification above 64 KiB",
    "BODY_TOO_LARGE",
    413,
    () => send(`${stage.url}/callbacks/wechat-pay/${stage.ids.campusId}`, { body: tooLarge }),
  ],
  [
    "an Alipay notification above 64 KiB",
    "BODY_TOO_LARGE",
    413,
    () => send(`${stage.url}/callbacks/alipay/${stage.ids.campusId}`, { body: tooLarge }),
  ],
  [
    "a notification for something that is no campus",
    "CAMPUS_NOT_FOUND",
    404,
    () => send(`${stage.url}/callbacks/alipay/..%2f..%2fetc`, { body: "a=b" }),
  ],
  [
    "a notification in an unknown compression",
    "REQUEST_INVALID",
    415,
    () =>
      send(`${stage.url}/callbacks/alipay/${stage.ids.campusId}`, {
        body: "a=b",
        headers: { "content-encoding": "zz" },
      }),
  ],
  ["a page that is not there", "NOT_FOUND", 404, () => send(`${stage.url}/admin/../../etc/passwd`)],
  ["a drawing that is not there", "NOT_FOUND", 404, () => send(`${stage.url}/art/none.svg`)],
  ["a path out of the drawings", "REQUEST_INVALID", 403, () => send(`${stage.url}/art/..%2fpackage.json`)],
  ["an address that is no text", "REQUEST_INVALID", 400, () => send(`${stage.url}/art/%ff`)],
  ["a map of no campus", "CAMPUS_NOT_FOUND", 404, () => send(`${stage.url}/campus/x/map.geojson`)],
];

describe("a request that is wrong in its form", () => {
  it.each(cases)("%s is %s and changes nothing", async (_what, code, status, call) => {
    const before = await trail(stage);
    const answer = await call();
    expect(flaws(answer, code)).toEqual([]);
    expect(answer.status).toBe(status);
    expect(await trail(stage)).toEqual(before);
  });

  it("a log-in code that is wrong, used or expired is LOGIN_CODE_REFUSED on every host", async () => {
    const { campusId } = stage.ids;
    const login = (host: string, code: string) =>
      mutate(stage, "identity.login", { campusId, host, code, device: "test" });
    for (const host of ["weapp", "alipay", "dd"])
      expect(flaws(await login(host, "never-given-out"), "LOGIN_CODE_REFUSED")).toEqual([]);
    const giveOut = async () =>
      (
        await stage.phone<{ code: string }>("/device/wechat/login", {
          appId: stage.env.WECHAT_APP_ID,
          person: "qi",
        })
      ).code;
    const once = await giveOut();
    expect((await login("weapp", once)).status).toBe(200);
    expect(flaws(await login("weapp", once), "LOGIN_CODE_REFUSED")).toEqual([]);
    const old = await giveOut();
    stage.clock.advance(6 * 60_000);
    expect(flaws(await login("weapp", old), "LOGIN_CODE_REFUSED")).toEqual([]);
  });
});
