import { rfc3339 } from "../beijing-time.ts";
import type { Answer, Json } from "../http/exchange.ts";
import { digits } from "../signing.ts";
import type { SharedPart, WechatShareReturn } from "../state/sharing-records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { textFault } from "./fields.ts";
import { fieldProblem, type Problem, problem, problemAnswer } from "./problem.ts";
import { findShare } from "./profit-sharing-books.ts";
import { signedAnswer } from "./signed-answer.ts";

const invalid = (message: string): Problem => problem(400, "INVALID_REQUEST", message);

const viewOf = (world: World, back: WechatShareReturn): Json => ({
  out_order_no: back.outOrderNo,
  out_return_no: back.outReturnNo,
  return_id: back.returnId,
  return_mchid: back.account,
  amount: back.amountFen,
  result: back.result,
  ...(back.result === "FAILED" ? { fail_reason: "ACCOUNT_ABNORMAL" } : {}),
  create_time: rfc3339(back.createdAt),
  finish_time: rfc3339(world.clock.now()),
});

function fieldFault(body: Json): Problem | null {
  const { amount } = body;
  return (
    textFault(body, "out_order_no", { max: 64 }) ??
    textFault(body, "out_return_no", { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ }) ??
    textFault(body, "return_mchid", { max: 32 }) ??
    textFault(body, "description", { max: 80 }) ??
    (typeof amount === "number" && Number.isSafeInteger(amount) && amount > 0
      ? null
      : fieldProblem("/amount", amount, "须为正整数，单位为分"))
  );
}

/** Moves the money back, as the switch says. */
function carryOut(world: World, back: WechatShareReturn, part: SharedPart): void {
  const { wechatShareReturn: switched } = world.state.faults;
  if (back.result !== "PROCESSING" || switched === "processing") return;
  back.result = switched === "failed" ? "FAILED" : "SUCCESS";
  if (back.result === "SUCCESS") part.returnedFen += back.amountFen;
  world.touch();
}

/** POST /v3/profitsharing/return-orders: carried out at once; the same number is one return. */
export function returnShare(world: World, body: Json): Answer {
  const fault = fieldFault(body);
  if (fault !== null) return problemAnswer(fault);
  const share = findShare(world, String(body.out_order_no));
  const part = share?.parts.find((one) => one.account === body.return_mchid && one.result === "SUCCESS");
  if (share === undefined || share.unfreezes || part === undefined)
    return problemAnswer(invalid("分账单不存在，或未成功分给该接收方"));
  const fingerprint = JSON.stringify([body.out_order_no, body.return_mchid, body.amount]);
  const outReturnNo = String(body.out_return_no);
  const known = world.state.wechatShareReturns.get(outReturnNo);
  if (known !== undefined && known.fingerprint !== fingerprint)
    return problemAnswer(invalid("商户回退单号已使用，且与之前请求的参数不一致"));
  const amountFen = Number(body.amount);
  if (known === undefined && part.returnedFen + amountFen > part.amountFen)
    return problemAnswer(invalid("回退金额超过分账金额"));
  const back: WechatShareReturn = known ?? {
    outReturnNo,
    returnId: `3009${digits(24)}`,
    outOrderNo: share.outOrderNo,
    account: part.account,
    amountFen,
    fingerprint,
    createdAt: world.clock.now(),
    result: "PROCESSING",
  };
  if (known === undefined) {
    world.state.wechatShareReturns.set(outReturnNo, back);
    count(world.state, "wechatPay.shareReturns");
  }
  carryOut(world, back, part);
  return world.state.faults.wechatShareReturn === "lostAnswer"
    ? problemAnswer(problem(500, "SYSTEM_ERROR", "系统错误"))
    : signedAnswer(world, 200, viewOf(world, back));
}

/** GET /v3/profitsharing/return-orders/{out_return_no}?out_order_no= */
export function queryReturn(world: World, outReturnNo: string, outOrderNo: unknown): Answer {
  const back = world.state.wechatShareReturns.get(outReturnNo);
  return back === undefined || back.outOrderNo !== outOrderNo
    ? problemAnswer(problem(404, "RESOURCE_NOT_EXISTS", "回退单不存在"))
    : signedAnswer(world, 200, viewOf(world, back));
}
