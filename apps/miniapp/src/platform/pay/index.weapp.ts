import type { Pay } from "./pay-port";

export type { Pay, PayOutcome, PayParams, PayRequest } from "./pay-port";

/** wx.requestPayment answers `requestPayment:ok`, `requestPayment:fail cancel` or another failure. */
export const pay: Pay = ({ params }) => {
  if (params.kind !== "wechat") return Promise.resolve("failed");
  const { timeStamp, nonceStr, signType, paySign } = params;
  return new Promise((resolve) => {
    wx.requestPayment({
      timeStamp,
      nonceStr,
      package: params.package,
      signType,
      paySign,
      success: () => resolve("paid"),
      fail: ({ errMsg }) => resolve(/cancel/.test(errMsg) ? "cancelled" : "failed"),
    });
  });
};
