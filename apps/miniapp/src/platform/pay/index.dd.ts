import { alipayOutcome } from "./alipay-result";
import type { Pay } from "./pay-port";

export type { Pay, PayOutcome, PayParams, PayRequest } from "./pay-port";

/** DingTalk has no ledger of its own: it opens Alipay with an app order string that the server signed. */
export const pay: Pay = ({ params }) => {
  if (params.kind !== "alipayApp") return Promise.resolve("failed");
  return new Promise((resolve) => {
    dd.pay({
      info: params.orderString,
      success: ({ resultStatus }) => resolve(alipayOutcome(String(resultStatus))),
      fail: (failure) => resolve(alipayOutcome(String(failure.resultStatus ?? "4000"))),
    });
  });
};
