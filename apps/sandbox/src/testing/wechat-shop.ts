import { movableClock, startBench } from "./bench.ts";
import { type MerchantCall, wechatLogin, wechatMerchant } from "./wechat-merchant.ts";

export type WechatShop = Awaited<ReturnType<typeof startWechatShop>>;

/** A merchant with one customer, lin. Nobody listens at its notification address. */
export async function startWechatShop() {
  const clock = movableClock();
  const bench = await startBench({ clock });
  const merchant = wechatMerchant(bench);
  const openid = await wechatLogin(bench, "lin");
  const notifyUrl = "http://127.0.0.1:9/notify";
  const mchid = bench.env.WECHATPAY_MCH_ID;
  let serial = 0;

  const newNo = () => `no_${String(++serial).padStart(6, "0")}`;
  const seconds = () => Math.floor(clock.now() / 1_000);
  const call = (request: MerchantCall) => merchant.call({ timestamp: seconds(), ...request });
  const orderBody = (no: string, more: Record<string, unknown> = {}) =>
    merchant.prepayBody(no, openid, notifyUrl, more);
  const prepay = (no: string, more: Record<string, unknown> = {}) =>
    call({ path: "/v3/pay/transactions/jsapi", body: orderBody(no, more) });
  const press = async (prepayId: unknown, more: Record<string, unknown> = {}, person = "lin") =>
    (await bench.call("/device/wechat/request-payment", merchant.payParams(String(prepayId), person, more)))
      .json;
  const orderPath = (no: string) => `/v3/pay/transactions/out-trade-no/${no}`;

  return {
    bench,
    clock,
    merchant,
    newNo,
    seconds,
    call,
    orderBody,
    prepay,
    press,
    orderPath,
    query: (no: string) => call({ path: `${orderPath(no)}?mchid=${mchid}` }),
    close: (no: string) => call({ path: `${orderPath(no)}/close`, body: { mchid } }),
    /** Gives the number of an order that lin has paid. */
    async paid(no = newNo()): Promise<string> {
      const { errMsg } = await press((await prepay(no)).json.prepay_id);
      if (errMsg !== "requestPayment:ok") throw new Error(`not paid: ${errMsg}`);
      return no;
    },
  };
}
