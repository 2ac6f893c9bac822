import { hour } from "@sanqi/kernel";
import { type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAlipayBills } from "./bill.ts";
import { noon, testConfig, testDeps } from "./test-config.ts";
import { contentOf, failure, gatewayReply, playGateway, success } from "./test-gateway.ts";

const { clock, deps } = testDeps();
let host: TestHost;
let bills: ReturnType<typeof createAlipayBills>;

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  clock.set(noon);
  host.received.length = 0;
  bills = createAlipayBills(testConfig(host.url, 200), deps);
});

const yesterday = "2025-11-21";
const query = "alipay.data.dataservice.bill.downloadurl.query";
const key = "alipay_data_dataservice_bill_downloadurl_query_response";

/** The gateway answers with the link; behind it stands `download`. */
function play(link: string, download: Reply): void {
  playGateway(host, { [query]: success({ bill_download_url: link }) });
  const gateway = host.reply;
  host.reply = (request) => (request.path.startsWith("/gateway.do") ? gateway(request) : download);
}

describe("a bill's link", () => {
  it("is asked for by day, and followed", async () => {
    play(`${host.url}/file`, { body: "no zip" });
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billCorrupt" } });
    expect(contentOf(host.received[0])).toEqual({ bill_type: "trade", bill_date: yesterday });
    expect(host.received[1]?.path).toBe("/file");
  });

  it.each(["http://169.254.169.254/latest", "https://alipay.com.evil.example/f", "file:///etc/passwd", ""])(
    "to %s is not followed",
    async (link) => {
      play(link, { body: "" });
      expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billCorrupt" } });
      expect(host.received).toHaveLength(1);
    },
  );

  it.each([
    ["that expired", { status: 403, body: "expired" }],
    ["that redirects", { status: 302, headers: { location: "https://evil.example/" } }],
    ["that drops the connection", "cut"],
  ] as const)("%s is asked for anew, later", async (_what, download) => {
    play(`${host.url}/file`, download);
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billUnavailable" } });
  });

  it.each(["isp.bill_not_exist", "isv.NO_BILL_DATA", "BILL_NOT_EXIST"])(
    "that does not exist (%s) is not ready, or of an empty day, by the hour",
    async (code) => {
      host.reply = () => gatewayReply(key, failure("40004", code));
      expect(await bills.fetch(yesterday)).toEqual({ ok: true, value: { rows: [] } });
      clock.set(noon - 4 * hour);
      expect(await bills.fetch(yesterday)).toEqual({ ok: false, error: { kind: "billNotReady" } });
    },
  );

  it("that is refused says by which code; an outage is no refusal", async () => {
    host.reply = () => gatewayReply(key, failure("40006", "isv.insufficient-isv-permissions"));
    expect(await bills.fetch(yesterday)).toMatchObject({
      error: { kind: "billRefused", code: "isv.insufficient-isv-permissions" },
    });
    host.reply = () => gatewayReply(key, failure("20000", "isp.unknow-error"));
    expect(await bills.fetch(yesterday)).toMatchObject({ error: { kind: "billUnavailable" } });
  });
});
