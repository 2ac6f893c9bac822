import { rfc3339 } from "../beijing-time.ts";
import { type Answer, isObject, type Json } from "../http/exchange.ts";
import { digits } from "../signing.ts";
import type { WechatPayment } from "../state/records.ts";
import type { SharedPart, WechatShare } from "../state/sharing-records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { textFault } from "./fields.ts";
import { findPayment } from "./payment.ts";
import { fieldProblem, type Problem, problem, problemAnswer } from "./problem.ts";
import { findShare, settledShare, shareBooks } from "./profit-sharing-books.ts";
import { signedAnswer } from "./signed-answer.ts";

const minute = 60_000;
const mostReceivers = 50;
const numbers = /^[0-9A-Za-z_\-|*@]+$/;

const invalid = (message: string): Problem => problem(400, "INVALID_REQUEST", message);

const viewOf = (share: WechatShare): Json => ({
  transaction_id: share.transactionId,
  out_order_no: share.outOrderNo,
  order_id: share.orderId,
  state: share.state,
  receivers: share.parts.map((part) => ({
    type: "MERCHANT_ID",
    account: part.account,
    amount: part.amountFen,
    description: part.description,
    result: part.result,
    ...(part.failReason === null ? {} : { fail_reason: part.failReason }),
    detail_id: part.detailId,
    create_time: rfc3339(share.createdAt),
    ...(part.result === "PENDING" ? {} : { finish_time: rfc3339(share.createdAt) }),
  })),
});

function paymentBy(world: World, transactionId: unknown): WechatPayment | undefined {
  const no = world.state.transactionToOrder.get(String(transactionId));
  return no === undefined ? undefined : findPayment(world, no);
}

function partOf(value: unknown): SharedPart | null {
  if (!isObject(value)) return null;
  const { type, account, amount, description } = value;
  if (type !== "MERCHANT_ID" && type !== "PERSONAL_OPENID") return null;
  if (typeof account !== "string" || account === "" || account.length > 64) return null;
  if (typeof amount !== "number" || !Number.isSafeInteger(amount) || amount < 1) return null;
  if (typeof description !== "string" || description === "" || description.length > 80) return null;
  return newPart({ account, amountFen: amount, description });
}

const newPart = (part: Pick<SharedPart, "account" | "amountFen" | "description">): SharedPart => ({
  ...part,
  detailId: `3600${digits(20)}`,
  result: "PENDING",
  failReason: null,
  returnedFen: 0,
});

function shareFault(world: World, body: Json): Problem | null {
  const fault =
    textFault(body, "appid", { max: 32 }) ??
    textFault(body, "transaction_id", { max: 32 }) ??
    textFault(body, "out_order_no", { max: 64, pattern: numbers });
  if (fault !== null) return fault;
  if (body.appid !== world.secrets.wechat.appId) return invalid("appid 与商户号不匹配");
  if (typeof body.unfreeze_unsplit !== "boolean")
    return fieldProblem("/unfreeze_unsplit", body.unfreeze_unsplit, "必填，类型为 boolean");
  const { receivers } = body;
  return Array.isArray(receivers) && receivers.length > 0 && receivers.length <= mostReceivers
    ? null
    : fieldProblem("/receivers", null, "须为 1 到 50 个接收方");
}

/** Why a paid order may not be shared like this. */
function refuse(world: World, payment: WechatPayment | undefined, amountFen: number): Problem | null {
  const { faults } = world.state;
  if (payment === undefined || payment.paidAt === null) return invalid("订单不存在或未支付");
  if (!payment.profitSharing) return invalid("非分账订单不支持分账");
  if (payment.paidAt + minute > world.clock.now()) return invalid("订单处理中，暂时无法分账，请稍后再试");
  const books = shareBooks(world, payment);
  if (!books.frozen) return invalid("订单剩余金额已解冻");
  if (books.rounds >= faults.shareRounds) return invalid("订单分账次数超过上限");
  if (books.sharedFen + amountFen > books.ratioFen) return invalid("分账金额超过最大分账比例");
  if (amountFen > books.leftFen || faults.wechatShare === "notEnough")
    return problem(403, "NOT_ENOUGH", "分账金额大于订单剩余可分金额");
  return null;
}

function keep(world: World, share: WechatShare): Answer {
  world.state.wechatShares.set(share.outOrderNo, share);
  count(world.state, "wechatPay.shares");
  world.touch();
  return world.state.faults.wechatShare === "lostAnswer"
    ? problemAnswer(problem(500, "SYSTEM_ERROR", "系统错误"))
    : signedAnswer(world, 200, viewOf(settledShare(world, share)));
}

/** The same number with the same content is the same share. */
function repeated(world: World, outOrderNo: string, fingerprint: string): Answer | null {
  const known = findShare(world, outOrderNo);
  if (known === undefined) return null;
  return known.fingerprint === fingerprint
    ? signedAnswer(world, 200, viewOf(known))
    : problemAnswer(invalid("商户分账单号已使用，且与之前请求的参数不一致"));
}

const newShare = (
  world: World,
  of: Pick<WechatShare, "outOrderNo" | "unfreezes" | "fingerprint" | "parts"> & { payment: WechatPayment },
): WechatShare => ({
  outOrderNo: of.outOrderNo,
  orderId: `3008${digits(24)}`,
  outTradeNo: of.payment.outTradeNo,
  transactionId: of.payment.transactionId ?? "",
  unfreezes: of.unfreezes,
  fingerprint: of.fingerprint,
  createdAt: world.clock.now(),
  state: "PROCESSING",
  parts: of.parts,
});

/** POST /v3/profitsharing/orders. Accepted is not received: each receiver has a result of its own. */
export function createShare(world: World, body: Json): Answer {
  const fault = shareFault(world, body);
  if (fault !== null) return problemAnswer(fault);
  const parts = (body.receivers as unknown[]).map(partOf);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return problemAnswer(fieldProblem("/receivers", null, "接收方参数错误"));
  const outOrderNo = String(body.out_order_no);
  const terms = known.map(({ account, amountFen }) => [account, amountFen]);
  const fingerprint = JSON.stringify([body.transaction_id, terms, body.unfreeze_unsplit]);
  const again = repeated(world, outOrderNo, fingerprint);
  if (again !== null) return again;
  const payment = paymentBy(world, body.transaction_id);
  const amountFen = known.reduce((sum, part) => sum + part.amountFen, 0);
  const refused = refuse(world, payment, amountFen);
  if (refused !== null || payment === undefined) return problemAnswer(refused ?? invalid("订单不存在"));
  const answer = keep(
    world,
    newShare(world, { outOrderNo, unfreezes: false, fingerprint, parts: known, payment }),
  );
  if (body.unfreeze_unsplit === true) freeRest(world, payment, `${outOrderNo}@rest`);
  return answer;
}

function freeRest(world: World, payment: WechatPayment, outOrderNo: string): WechatShare {
  const { leftFen } = shareBooks(world, payment);
  const mine = { account: world.secrets.wechatPay.mchId, amountFen: leftFen, description: "解冻给分账方" };
  const fingerprint = JSON.stringify([payment.transactionId, "unfreeze"]);
  const share = newShare(world, {
    outOrderNo,
    unfreezes: true,
    fingerprint,
    parts: [newPart(mine)],
    payment,
  });
  world.state.wechatShares.set(outOrderNo, share);
  world.touch();
  return share;
}

/** POST /v3/profitsharing/orders/unfreeze, under a number of its own. */
export function unfreezeRest(world: World, body: Json): Answer {
  const fault =
    textFault(body, "transaction_id", { max: 32 }) ??
    textFault(body, "out_order_no", { max: 64, pattern: numbers }) ??
    textFault(body, "description", { max: 80 });
  if (fault !== null) return problemAnswer(fault);
  const outOrderNo = String(body.out_order_no);
  const again = repeated(world, outOrderNo, JSON.stringify([body.transaction_id, "unfreeze"]));
  if (again !== null) return again;
  const payment = paymentBy(world, body.transaction_id);
  if (payment === undefined || payment.paidAt === null) return problemAnswer(invalid("订单不存在或未支付"));
  if (!payment.profitSharing) return problemAnswer(invalid("非分账订单不支持解冻"));
  if (!shareBooks(world, payment).frozen) return problemAnswer(invalid("订单剩余金额已解冻"));
  return signedAnswer(world, 200, viewOf(freeRest(world, payment, outOrderNo)));
}

/** GET /v3/profitsharing/orders/{out_order_no}?transaction_id= */
export function queryShare(world: World, outOrderNo: string, transactionId: unknown): Answer {
  const share = findShare(world, outOrderNo);
  return share === undefined || share.transactionId !== transactionId
    ? problemAnswer(problem(404, "RESOURCE_NOT_EXISTS", "分账单不存在"))
    : signedAnswer(world, 200, viewOf(share));
}
