import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { err, hour, ok, type Result } from "@sanqi/kernel";
import { exchange, type Json, textAt } from "@sanqi/outbound";
import { type BillError, corrupt } from "@sanqi/reconciliation";
import type { PlatformBills } from "@sanqi/reconciliation/use-cases";
import { readWechatBill } from "./bill-file.ts";
import type { WechatConfig, WechatPayConfig } from "./config.ts";
import type { WechatDeps } from "./mini-program-api.ts";
import { createPayApi } from "./pay-api.ts";
import { authorization } from "./sign.ts";

/** A bill takes longer than a payment: it is made and packed while we wait. */
const patience = 6;
/** Bills are made after 10:00; "none" before that says nothing. */
const readyAfter = (24 + 10) * hour;
/** Far above a campus's busiest day; a packed file that grows beyond is an attack. */
const maximumBytes = 64 * 1024 * 1024;

/** Trade bills of WeChat Pay: `GET /v3/bill/tradebill`, then the file behind its link, checked against its SHA-1. */
export function createWechatBills(config: WechatConfig, deps: WechatDeps): PlatformBills {
  const { pay } = config;
  const timeoutMs = config.timeoutMs * patience;
  const api = createPayApi(pay, deps, timeoutMs);

  async function download(link: string): Promise<Result<Buffer, BillError>> {
    const place = signedPlace(pay, link);
    if (place === undefined) return corrupt("the link leads elsewhere");
    const request = {
      method: "GET",
      path: place.path,
      timestamp: String(Math.floor(deps.clock.now() / 1000)),
      nonce: deps.nonce(),
      body: "",
    } as const;
    const answer = await exchange(deps.fetch, {
      method: "GET",
      url: place.url,
      headers: { Accept: "*/*", "User-Agent": "sanqi/0.1", Authorization: authorization(request, pay) },
      timeoutMs,
      maximumBytes,
    });
    if (answer.kind !== "answered") return unavailable(answer.detail);
    return answer.status === 200 ? ok(answer.body) : unavailable(`download: HTTP ${answer.status}`);
  }

  return {
    channel: "wechatPay",
    async fetch(day) {
      const answer = await api.call("GET", `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`);
      if (!answer.ok) {
        if (answer.error.kind === "gatewayUnknown") return unavailable(answer.error.detail);
        const { code, detail } = answer.error;
        if (code === "STATEMENT_CREATING") return err({ kind: "billNotReady" });
        if (code !== "NO_STATEMENT_EXIST") return err({ kind: "billRefused", code, detail });
        const early = deps.clock.now() < Date.parse(`${day}T00:00:00+08:00`) + readyAfter;
        return early ? err({ kind: "billNotReady" }) : ok({ rows: [] });
      }
      const file = await download(textAt(answer.value, "download_url") ?? "");
      if (!file.ok) return file;
      const plain = await unpacked(file.value);
      if (plain === undefined) return corrupt("the file cannot be unpacked");
      if (!hashAgrees(answer.value, [plain, file.value])) return corrupt("the file's hash does not agree");
      return readWechatBill(plain.toString("utf8"));
    },
  };
}

/** Where to download and what to sign; undefined for a link to another host: our signature goes to nobody else. */
function signedPlace(pay: WechatPayConfig, link: string): { url: string; path: string } | undefined {
  const url = URL.parse(link);
  if (url === null) return undefined;
  const target = url.pathname + url.search;
  const base = new URL(pay.base);
  const prefix = base.pathname.replace(/\/$/, "");
  if (url.origin === base.origin && target.startsWith(`${prefix}/`))
    return { url: url.href, path: target.slice(prefix.length) };
  const official = url.protocol === "https:" && /^[a-z0-9]+\.mch\.weixin\.qq\.com$/.test(url.host);
  return official ? { url: url.href, path: target } : undefined;
}

/** The plain file; undefined where it is packed and broken, or too large. */
async function unpacked(file: Buffer): Promise<Buffer | undefined> {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  try {
    return await promisify(gunzip)(file, { maxOutputLength: maximumBytes });
  } catch {
    return undefined;
  }
}

/** The hash is made of the plain file, or of the file as it is sent: either proves that it came whole. */
function hashAgrees(answer: Json, files: readonly Buffer[]): boolean {
  const told = textAt(answer, "hash_value")?.toLowerCase();
  return (
    textAt(answer, "hash_type") === "SHA1" &&
    files.some((file) => createHash("sha1").update(file).digest("hex") === told)
  );
}

const unavailable = (detail: string): Result<never, BillError> => err({ kind: "billUnavailable", detail });
