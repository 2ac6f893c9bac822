import { alipayTime } from "../beijing-time.ts";
import { isObject, type Json } from "../http/exchange.ts";
import type { AlipayTrade } from "../state/records.ts";
import { type AlipaySplit, receiverKey } from "../state/sharing-records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { parseYuan, yuan } from "./amount.ts";
import { done, failed, type Outcome, refused } from "./outcome.ts";
import { newDetailId, splitBooks } from "./royalty.ts";
import { tradeOf } from "./trade.ts";

type Part = AlipaySplit["parts"][number];
const splitKey = (tradeNo: string, requestNo: string): string => `${tradeNo}/${requestNo}`;
const wrong = (text: string) => refused("ACQ.INVALID_PARAMETER", text);

function partOf(world: World, value: unknown): Part | null {
  if (!isObject(value)) return null;
  const { royalty_type: kind, trans_in_type: type, trans_in: account, amount } = value;
  const amountFen = parseYuan(amount);
  const known = type === "userId" || type === "loginName" || type === "openId";
  if (kind !== "transfer" || !known || typeof account !== "string" || account === "" || amountFen === null)
    return null;
  const fails = world.state.faults.alipaySplit === "fail";
  return {
    account,
    type: String(type),
    amountFen,
    detailId: newDetailId(world),
    state: fails ? "FAIL" : "SUCCESS",
    errorCode: fails ? "RECEIVER_ACCOUNT_ABNORMAL" : null,
    returnedFen: 0,
  };
}

/** Why a trade may not be split like this; most of these codes are not in any fact sheet. */
function refuse(world: World, trade: AlipayTrade, parts: readonly Part[]): Outcome | null {
  if (trade.paidAt === null) return refused("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
  if (!trade.royaltyFreeze) return refused("ACQ.TRADE_SETTLE_ERROR", "交易未冻结资金，不支持分账");
  const books = splitBooks(world, trade);
  if (books.finished) return refused("ACQ.TRADE_SETTLE_ERROR", "交易分账已完结");
  const amountFen = parts.reduce((sum, part) => sum + part.amountFen, 0);
  if (books.splitFen + amountFen > books.ratioFen || amountFen > books.leftFen)
    return refused("ACQ.ALLOC_AMOUNT_VALIDATE_ERROR", "分账金额超限");
  const stranger = parts.find(
    ({ account }) => !world.state.shareReceivers.has(receiverKey("alipay", account)),
  );
  return stranger === undefined ? null : refused("ACQ.ROYALTY_RELATION_NOT_EXIST", "分账关系不存在");
}

/** alipay.trade.order.settle: splits a paid trade, or with royalty_finish gives its rest free. */
export function settleOrder(world: World, biz: Json): Outcome {
  const { out_request_no: no, royalty_parameters: wanted, extend_params: extend } = biz;
  if (typeof no !== "string" || !/^\w{1,32}$/.test(no)) return wrong("out_request_no 格式错误");
  if (typeof biz.trade_no !== "string") return wrong("trade_no 不能为空");
  const finishes = isObject(extend) && extend.royalty_finish === "true";
  if (!Array.isArray(wanted) && !finishes) return wrong("royalty_parameters 不能为空");
  const found = tradeOf(world, { trade_no: biz.trade_no });
  if ("outcome" in found) return found.outcome;
  const { trade } = found;
  const all = (Array.isArray(wanted) ? wanted : []).map((one) => partOf(world, one));
  const parts = all.filter((part) => part !== null);
  if (parts.length < all.length) return wrong("分账明细格式错误");
  const fingerprint = JSON.stringify([parts.map(({ account, amountFen }) => [account, amountFen]), finishes]);
  const known = world.state.alipaySplits.get(splitKey(trade.tradeNo, no));
  if (known !== undefined) {
    return known.fingerprint === fingerprint
      ? done({ trade_no: trade.tradeNo, settle_no: known.settleNo })
      : refused("ACQ.DISCORDANT_REPEAT_REQUEST", "重复请求的参数不一致");
  }
  const refusal = refuse(world, trade, parts);
  if (refusal !== null) return refusal;
  const at = world.clock.now();
  const settleNo = newDetailId(world);
  const split: AlipaySplit = {
    requestNo: no,
    settleNo,
    outTradeNo: trade.outTradeNo,
    fingerprint,
    at,
    finishes,
    parts,
  };
  world.state.alipaySplits.set(splitKey(trade.tradeNo, no), split);
  count(world.state, "alipay.splits");
  world.touch();
  return world.state.faults.alipaySplit === "lostAnswer"
    ? failed("20000", "aop.unknow-error", "系统繁忙")
    : done({ trade_no: trade.tradeNo, settle_no: settleNo });
}

/** alipay.trade.order.settle.query */
export function querySettle(world: World, biz: Json): Outcome {
  if (!world.state.faults.alipaySplitQuery)
    return failed("40006", "isv.insufficient-isv-permissions", "权限不足");
  const split = world.state.alipaySplits.get(splitKey(String(biz.trade_no), String(biz.out_request_no)));
  if (split === undefined) return refused("ACQ.TRADE_NOT_EXIST", "分账请求不存在");
  return done({
    out_request_no: split.requestNo,
    operation_dt: alipayTime(split.at),
    royalty_detail_list: split.parts.map((part) => ({
      operation_type: "transfer",
      execute_dt: alipayTime(split.at),
      trans_in: part.account,
      trans_in_type: part.type,
      amount: yuan(part.amountFen),
      state: part.state,
      ...(part.errorCode === null ? {} : { error_code: part.errorCode, error_desc: "分账失败" }),
      detail_id: part.detailId,
    })),
  });
}
