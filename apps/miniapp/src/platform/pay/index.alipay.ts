import { alipayOutcome } from "./alipay-result";
import type { Pay } from "./pay-port";

export type { Pay, PayOutcome, PayParams, PayRequest } from "./pay-port";

export const pay: Pay = ({ params }) => {
  if (params.kind !== "alipay") return Promise.resolve("failed");
  return new Promise((resolve) => {
    my.tradePay({
      tradeNO: params.tradeNo,
      success: ({ resultCode }) => resolve(alipayOutcome(String(resultCode))),
      fail: (failure) =>
        resolve(alipayOutcome(String((failure as { resultCode?: string })?.resultCode ?? "4000"))),
    });
  });
};
