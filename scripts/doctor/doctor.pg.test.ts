import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, setStage } from "../../apps/bff/src/scenarios/stage.ts";
import { examine } from "./examine.ts";
import { print } from "./finding.ts";
import type { Environment } from "./settings.ts";

const root = path.resolve(import.meta.dirname, "../..");
let stage: Stage;
let right: Environment;
beforeAll(async () => {
  stage = await setStage();
  right = { ...stage.config.environment, PUBLIC_URL: stage.url };
});
afterAll(() => stage?.close());

const look = async (change: Environment = {}, now = Date.now) => {
  const env = { ...right, ...change };
  const found = await examine({ env, offline: false, now });
  return { found, text: found.map((finding) => print(finding, env)).join("\n") };
};
const wrongs = async (change: Environment, now?: () => number) =>
  (await look(change, now)).found
    .filter((finding) => finding.mark === "wrong")
    .map(({ name, fix }) => `${name} → ${fix?.zh} / ${fix?.en}`);
const stranger = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const run = (args: string[], env: Environment) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ["scripts/doctor.ts", ...args],
      { cwd: root, env: { PATH: process.env.PATH, ...env } },
      (error, out, problems) => resolve({ code: Number(error?.code ?? 0), said: out + problems }),
    );
  });

describe("npm run doctor", () => {
  it("finds nothing to mend where all is right, and proves each part", async () => {
    const { found, text } = await look();
    expect(text).not.toContain("✗");
    const names = found.filter((finding) => finding.mark === "good").map((finding) => finding.name);
    for (const name of ["DATABASE_URL", "schema", "SANQI_CAMPUS", "SANQI_CONSOLE_USER", "WECHAT_APP_SECRET"])
      expect(names.join()).toContain(name);
    for (const name of ["WECHATPAY_MCH_PRIVATE_KEY", "ALIPAY_PUBLIC_KEY", "DINGTALK_APP_SECRET", "clock"])
      expect(names.join()).toContain(name);
    expect(names).toContain(`/callbacks/wechat-pay/${stage.ids.campusId}`);
    expect(names).toContain(`/callbacks/alipay/${stage.ids.campusId}`);
  });

  it.each<[string, () => Environment, RegExp]>([
    [
      "a wrong secret of WeChat",
      () => ({ WECHAT_APP_SECRET: "0".repeat(32) }),
      /^WECHAT_APP_SECRET.*重置 AppSecret/,
    ],
    [
      "another merchant key",
      () => ({ WECHATPAY_MCH_PRIVATE_KEY: stranger.privateKey }),
      /^WECHATPAY_MCH_PRIVATE_KEY → .*apiclient_key\.pem/,
    ],
    ["another serial", () => ({ WECHATPAY_MCH_SERIAL: "ABC" }), /^WECHATPAY_MCH_SERIAL → .*序列号/],
    ["another merchant", () => ({ WECHATPAY_MCH_ID: "sandbox1" }), /^WECHATPAY_MCH_ID → /],
    [
      "another app key of Alipay",
      () => ({ ALIPAY_APP_PRIVATE_KEY: stranger.privateKey }),
      /^ALIPAY_APP_PRIVATE_KEY → .*应用私钥/,
    ],
    [
      "our own key in place of Alipay's",
      () => ({ ALIPAY_PUBLIC_KEY: stranger.publicKey }),
      /^ALIPAY_PUBLIC_KEY → .*不是应用公钥/,
    ],
    [
      "a wrong DingTalk secret",
      () => ({ DINGTALK_APP_SECRET: "0".repeat(64) }),
      /^DINGTALK_APP_SECRET → .*AppSecret/,
    ],
    ["no merchant serial", () => ({ WECHATPAY_MCH_SERIAL: undefined }), /^WECHATPAY_MCH_SERIAL → .*序列号/],
    [
      "no database server",
      () => ({ DATABASE_URL: "postgres://u:hush-hush@127.0.0.1:9/x" }),
      /^DATABASE_URL → 启动/,
    ],
    [
      "a platform that is away",
      () => ({ ALIPAY_GATEWAY: "http://127.0.0.1:9/" }),
      /^ALIPAY_GATEWAY → .*出网/,
    ],
    [
      "a public address where nobody listens",
      () => ({ PUBLIC_URL: "http://127.0.0.1:9" }),
      /^PUBLIC_URL → 先启动/,
    ],
    [
      "a stranger at the public address",
      () => ({ PUBLIC_URL: stage.sandbox.url }),
      /^PUBLIC_URL → 让 TLS 代理/,
    ],
  ])("names %s, and what to do", async (_what, change, line) => {
    const found = await wrongs(change());
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
  });

  it("knows a wrong password and a database that is not there", async () => {
    const url = new URL(right.DATABASE_URL ?? "");
    url.password = "not-the-password";
    expect((await wrongs({ DATABASE_URL: url.href })).join()).toContain("password is wrong");
    const none = new URL(right.DATABASE_URL ?? "");
    none.pathname = "/nowhere_at_all";
    expect((await wrongs({ DATABASE_URL: none.href })).join()).toContain("no such database");
  });

  it("tells an empty database what is missing", async () => {
    const url = new URL(right.DATABASE_URL ?? "");
    url.pathname = "/template1";
    const { text } = await look({ DATABASE_URL: url.href });
    expect(text).toContain("outbox/0001-outbox");
    expect(text).toMatch(/✗ SANQI_CAMPUS.*no campus/);
  });

  it("names a campus that was never imported", async () => {
    const change = { SANQI_SEED_DEMO: undefined, SANQI_CAMPUS: `cmp_${"9".repeat(20)}` };
    expect((await wrongs(change)).join("\n")).toMatch(/^SANQI_CAMPUS → 运行 npm run campus:import/m);
  });

  it("blames the clock, not the keys, when ten minutes are lost", async () => {
    const found = await wrongs({}, () => Date.now() - 600_000);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/clock → 开启时间同步/);
  });

  it("asks in production for everything at once, templates too, without any connection", async () => {
    const { code, said } = await run(["--offline"], {
      ...right,
      NODE_ENV: "production",
      SANQI_SEED_DEMO: "",
      DATABASE_URL: "",
      ALIPAY_APP_ID: "",
      DINGTALK_AGENT_ID: "x",
    });
    expect(code).toBe(1);
    for (const name of ["SANQI_CAMPUS", "DATABASE_URL", "TRUSTED_PROXIES", "WECHATPAY_BASE", "PUBLIC_URL"])
      expect(said).toContain(`✗ ${name}: `);
    for (const name of ["ALIPAY_APP_ID", "DINGTALK_AGENT_ID", "WECHAT_TEMPLATES", "SANQI_SANDBOX_URL"])
      expect(said).toContain(`✗ ${name}: `);
    expect(said).not.toContain("healthz");
  });

  it("exits with 0 when it may open, and never prints a secret", async () => {
    const fine = await run([], right);
    expect(fine.said).toContain("ready to open");
    expect(fine.code).toBe(0);
    const broken = await look({
      DATABASE_URL: "postgres://u:hush-hush@127.0.0.1:9/x",
      WECHAT_APP_SECRET: "a-secret-that-is-wrong",
      WECHATPAY_APIV3_KEY: "too-short-a-key",
      METRICS_TOKEN: "metrics-token",
    });
    for (const secret of [
      "hush-hush",
      "a-secret-that-is-wrong",
      "too-short-a-key",
      "metrics-token",
      "PRIVATE KEY",
    ])
      expect(broken.text + fine.said).not.toContain(secret);
    const quoted = { mark: "wrong", name: "X", what: { zh: "", en: "the server said hush-hush" } } as const;
    expect(print(quoted, { DATABASE_URL: "postgres://u:hush-hush@h/x" })).not.toContain("hush-hush");
  });
});
