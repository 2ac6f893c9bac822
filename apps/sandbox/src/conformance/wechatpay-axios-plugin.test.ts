import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, startBench, startReceiver } from "../testing/bench.ts";
import { wechatLogin } from "../testing/wechat-merchant.ts";

type Reply = { status: number; data: Record<string, unknown>; headers: Record<string, string> };
type Chain = { [name: string]: Chain } & {
  get(config?: unknown): Promise<Reply>;
  post(data: unknown, config?: unknown): Promise<Reply>;
};
const require = createRequire(import.meta.url);
// Its own types do not compile under NodeNext; these are the few parts used here.
const { Wechatpay, Rsa, Aes, Formatter } = require("wechatpay-axios-plugin") as {
  Wechatpay: new (config: Record<string, unknown>) => { v3: Chain };
  Rsa: {
    sign(text: string, key: string): string;
    verify(text: string, signature: string, key: string): boolean;
  };
  Aes: { AesGcm: { decrypt(ciphertext: string, key: string, nonce: string, aad: string): string } };
  Formatter: { response(timestamp: string, nonce: string, body: string): string };
};

let bench: Bench;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let openid: string;
let serial = 0;
const newNo = () => `axios_${String(++serial).padStart(6, "0")}`;

beforeAll(async () => {
  bench = await startBench();
  receiver = await startReceiver();
  openid = await wechatLogin(bench, "lin");
  await bench.fault({ wechatRefundMs: 0 });
});
afterAll(async () => {
  await bench.sandbox.close();
  await receiver.close();
});

// The client signs the whole path of its base URL, so it is given the address where /v3 stands at the root.
const client = (baseURL = bench.sandbox.url, more: Record<string, unknown> = {}) =>
  new Wechatpay({
    baseURL,
    mchid: bench.env.WECHATPAY_MCH_ID,
    serial: bench.env.WECHATPAY_MCH_SERIAL,
    privateKey: bench.env.WECHATPAY_MCH_PRIVATE_KEY,
    certs: { [bench.env.WECHATPAY_PLATFORM_SERIAL]: bench.env.WECHATPAY_PLATFORM_PUBLIC_KEY },
    ...more,
  }).v3;

const order = (no: string) => ({
  appid: bench.env.WECHAT_APP_ID,
  mchid: bench.env.WECHATPAY_MCH_ID,
  description: "三食堂 午餐",
  out_trade_no: no,
  notify_url: receiver.url,
  amount: { total: 1_850, currency: "CNY" },
  payer: { openid },
});
const orderChain = (v3: Chain, no: string) => v3.pay?.transactions?.outTradeNo?.[no];
const prepay = (v3: Chain, body: unknown) => v3.pay?.transactions?.jsapi?.post(body);

async function pay(prepayId: unknown) {
  const [timeStamp, nonceStr, pack] = [
    String(Math.floor(Date.now() / 1_000)),
    randomBytes(16).toString("hex"),
    `prepay_id=${prepayId}`,
  ];
  const paySign = Rsa.sign(
    `${bench.env.WECHAT_APP_ID}\n${timeStamp}\n${nonceStr}\n${pack}\n`,
    bench.env.WECHATPAY_MCH_PRIVATE_KEY,
  );
  const params = {
    appId: bench.env.WECHAT_APP_ID,
    person: "lin",
    timeStamp,
    nonceStr,
    package: pack,
    signType: "RSA",
    paySign,
  };
  return (await bench.call("/device/wechat/request-payment", params)).json;
}

/** Changes the body or a header of every answer on its way back. */
async function startTamperer(change: (body: string) => string) {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, ...headers } = req.headers;
    const reply = await fetch(`${bench.sandbox.url}${req.url}`, {
      method: req.method ?? "GET",
      headers: headers as Record<string, string>,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const text = change(await reply.text());
    for (const [name, value] of reply.headers) if (name !== "content-length") res.setHeader(name, value);
    res.writeHead(reply.status).end(reply.status === 204 ? undefined : text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe("wechatpay-axios-plugin against the sandbox", () => {
  it("has its signed requests accepted and the answers verified, to the empty 204", async () => {
    const v3 = client();
    const no = newNo();
    const made = await prepay(v3, order(no));
    expect(await pay(made?.data.prepay_id)).toEqual({ errMsg: "requestPayment:ok" });
    const found = await orderChain(v3, no)?.get({ params: { mchid: bench.env.WECHATPAY_MCH_ID } });
    expect(found?.data).toMatchObject({ trade_state: "SUCCESS", out_trade_no: no });
    const refund = await v3.refund?.domestic?.refunds?.post({
      out_trade_no: no,
      out_refund_no: "rfd_axios_1",
      amount: { refund: 1, total: 1_850, currency: "CNY" },
    });
    expect(refund?.data).toMatchObject({ status: "PROCESSING" });
    const open = newNo();
    await prepay(v3, order(open));
    const closed = await orderChain(v3, open)?.close?.post({ mchid: bench.env.WECHATPAY_MCH_ID });
    expect(closed?.status).toBe(204);
  });

  it("verifies and decrypts the notification", async () => {
    const made = await prepay(client(), order(newNo()));
    const before = receiver.arrivals.length;
    await pay(made?.data.prepay_id);
    const notice = (await receiver.arrived(before + 1))[before];
    const header = (name: string) => String(notice?.headers[name]);
    const text = (body: string) =>
      Formatter.response(header("wechatpay-timestamp"), header("wechatpay-nonce"), body);
    const key = bench.env.WECHATPAY_PLATFORM_PUBLIC_KEY;
    expect(Rsa.verify(text(notice?.body ?? ""), header("wechatpay-signature"), key)).toBe(true);
    expect(Rsa.verify(text(`${notice?.body} `), header("wechatpay-signature"), key)).toBe(false);
    const { resource } = JSON.parse(notice?.body ?? "") as { resource: Record<string, string> };
    const open = (ciphertext: string) =>
      Aes.AesGcm.decrypt(
        ciphertext,
        bench.env.WECHATPAY_APIV3_KEY,
        resource.nonce ?? "",
        resource.associated_data ?? "",
      );
    expect(JSON.parse(open(resource.ciphertext ?? ""))).toMatchObject({ trade_state: "SUCCESS" });
    expect(() => open(`AAAA${resource.ciphertext?.slice(4)}`)).toThrow();
  });

  it("refuses an answer that was changed on the way", async () => {
    const tamperer = await startTamperer((body) => body.replace("prepay_id", "prepay_iD"));
    await expect(prepay(client(tamperer.url), order(newNo()))).rejects.toMatchObject({
      code: "EV3_RES_HEADER_SIGNATURE_DIGEST",
    });
    await tamperer.close();
  });

  it("is refused with another merchant's key or serial", async () => {
    const foreign = client(bench.sandbox.url, { serial: "0123456789ABCDEF" });
    await expect(prepay(foreign, order(newNo()))).rejects.toMatchObject({
      response: { status: 401, data: { code: "SIGN_ERROR" } },
    });
    const other = client(bench.sandbox.url, { privateKey: bench.env.ALIPAY_APP_PRIVATE_KEY });
    await expect(prepay(other, order(newNo()))).rejects.toMatchObject({
      response: { status: 401, data: { code: "SIGN_ERROR" } },
    });
  });
});
