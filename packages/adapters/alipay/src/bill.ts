import { err, hour, ok, type Result } from "@sanqi/kernel";
import { exchange, textAt } from "@sanqi/outbound";
import { type BillError, corrupt } from "@sanqi/reconciliation";
import type { PlatformBills } from "@sanqi/reconciliation/use-cases";
import { readAlipayBill } from "./bill-file.ts";
import type { AlipayConfig } from "./config.ts";
import { type AlipayDeps, createGatewayApi } from "./gateway-api.ts";

/** A bill takes longer than a payment: it is packed while we wait. */
const patience = 6;
/** Bills are ready by 9:00; "none" before that says nothing. */
const readyAfter = (24 + 9) * hour;
const noBill = /bill_not_exist|no_bill_data/i;

/** Trade bills of Alipay: a link that lives 30 seconds, then the zip behind it. */
export function createAlipayBills(config: AlipayConfig, deps: AlipayDeps): PlatformBills {
  const timeoutMs = config.timeoutMs * patience;
  const call = createGatewayApi({ ...config, timeoutMs }, deps);
  return {
    channel: "alipay",
    async fetch(day) {
      const answer = await call({
        method: "alipay.data.dataservice.bill.downloadurl.query",
        content: { bill_type: "trade", bill_date: day },
      });
      if (!answer.ok) {
        const { error } = answer;
        // The code's "isp." elsewhere stands for a fault of the platform; here it says that there is none.
        if (!noBill.test(error.kind === "refused" ? error.subCode : error.detail))
          return error.kind === "refused"
            ? err({ kind: "billRefused", code: error.subCode, detail: error.detail })
            : unavailable(error.detail);
        const early = deps.clock.now() < Date.parse(`${day}T00:00:00+08:00`) + readyAfter;
        return early ? err({ kind: "billNotReady" }) : ok({ rows: [] });
      }
      const link = textAt(answer.value, "bill_download_url") ?? "";
      if (!isPlatforms(config, link)) return corrupt("the link leads elsewhere");
      const file = await exchange(deps.fetch, {
        method: "GET",
        url: link,
        headers: {},
        timeoutMs,
        maximumBytes,
      });
      if (file.kind !== "answered") return unavailable(file.detail);
      return file.status === 200 ? readAlipayBill(file.body) : unavailable(`download: HTTP ${file.status}`);
    },
  };
}

/** Two hundred thousand payments a day, zipped. */
const maximumBytes = 16 * 1024 * 1024;

/** The answer is signed, so its link is the platform's word; this keeps a wrong one from asking inside our network. */
function isPlatforms(config: AlipayConfig, link: string): boolean {
  const url = URL.parse(link);
  return (
    url !== null &&
    (url.origin === new URL(config.gateway).origin ||
      (/^https?:$/.test(url.protocol) && /\.alipay(dev)?\.com$/.test(url.hostname)))
  );
}

const unavailable = (detail: string): Result<never, BillError> => err({ kind: "billUnavailable", detail });
