import { compactDay } from "../beijing-time.ts";
import { isObject, type Json } from "../http/exchange.ts";
import { digits } from "../signing.ts";
import type { AlipayTrade } from "../state/records.ts";
import { type AlipaySplit, receiverKey } from "../state/sharing-records.ts";
import type { World } from "../world.ts";
import { parseYuan } from "./amount.ts";
import { done, type Outcome, refused } from "./outcome.ts";

const mostReceivers = 20;

/** alipay.trade.royalty.relation.bind: without it, nobody receives a split. */
export function bindRoyaltyRelation(world: World, biz: Json): Outcome {
  const { out_request_no: no, receiver_list: list } = biz;
  if (typeof no !== "string" || !/^\w{1,32}$/.test(no))
    return refused("ACQ.INVALID_PARAMETER", "out_request_no 格式错误");
  if (!Array.isArray(list) || list.length < 1 || list.length > mostReceivers)
    return refused("ACQ.INVALID_PARAMETER", "receiver_list 须为 1 到 20 个");
  for (const receiver of list) {
    const { type, account, name } = isObject(receiver) ? receiver : {};
    const fits =
      type === "userId"
        ? /^2088\d{12}$/.test(String(account))
        : (type === "loginName" && typeof name === "string" && name !== "") || type === "openId";
    if (!fits || typeof account !== "string" || account === "")
      return refused("ACQ.INVALID_PARAMETER", "分账接收方参数错误");
  }
  for (const { account, name } of list as Json[])
    world.state.shareReceivers.set(receiverKey("alipay", String(account)), String(name ?? ""));
  world.touch();
  return done({ result_code: "SUCCESS" });
}

const splitsOf = (world: World, trade: AlipayTrade): AlipaySplit[] =>
  [...world.state.alipaySplits.values()].filter((split) => split.outTradeNo === trade.outTradeNo);

/** What of a trade was split, what receivers gave back, and whether its rest is free. */
export function splitBooks(world: World, trade: AlipayTrade) {
  const splits = splitsOf(world, trade);
  const gone = splits.flatMap(({ parts }) => parts).filter(({ state }) => state === "SUCCESS");
  const refundedFen = trade.refunds.reduce((sum, refund) => sum + refund.amountFen, 0);
  const splitFen = gone.reduce((sum, part) => sum + part.amountFen, 0);
  return {
    gone,
    splitFen,
    finished: splits.some((split) => split.finishes),
    leftFen: trade.amountFen - splitFen - refundedFen,
    ratioFen: Math.floor((trade.amountFen * world.state.faults.sharePercent) / 100),
  };
}

/**
 * What a refund takes back from receivers (`refund_royalty_parameters`), not yet moved; a refusal where a receiver has not
 * agreed to give back or never received that much.
 */
export function royaltiesBack(world: World, trade: AlipayTrade, biz: Json): Outcome | (() => void) {
  const wanted = biz.refund_royalty_parameters;
  if (wanted === undefined) return () => {};
  if (!Array.isArray(wanted)) return refused("ACQ.INVALID_PARAMETER", "refund_royalty_parameters 格式错误");
  if (!world.state.faults.alipayGiveBack)
    return refused("ACQ.REFUNDALLOC_UNAUTH_LIMIT", "分账收入方未授权退分账");
  const { gone } = splitBooks(world, trade);
  const moves: (() => void)[] = [];
  for (const one of wanted) {
    const amountFen = isObject(one) ? parseYuan(one.amount) : null;
    const part = gone.find(({ account }) => isObject(one) && account === one.trans_out);
    if (part === undefined || amountFen === null || part.returnedFen + amountFen > part.amountFen)
      return refused("ACQ.REFUND_ROYALTY_INVALID", "退分账金额超过分账金额");
    moves.push(() => {
      part.returnedFen += amountFen;
    });
  }
  return () => {
    for (const move of moves) move();
  };
}

export const newDetailId = (world: World): string => `${compactDay(world.clock.now())}${digits(24)}`;

/** Every split, for /admin/state. */
export const alipaySplitViews = (world: World) =>
  [...world.state.alipaySplits.values()].map(({ outTradeNo, requestNo, finishes, parts }) => ({
    channel: "alipay" as const,
    outTradeNo,
    no: requestNo,
    state: "FINISHED",
    unfreezes: finishes,
    parts: parts.map(({ account, amountFen, state, errorCode, returnedFen }) => ({
      account,
      amountFen,
      result: String(state),
      failReason: errorCode,
      returnedFen,
    })),
  }));
