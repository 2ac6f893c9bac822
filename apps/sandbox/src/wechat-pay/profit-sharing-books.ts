import type { WechatPayment } from "../state/records.ts";
import { receiverKey, type WechatShare } from "../state/sharing-records.ts";
import type { World } from "../world.ts";

const minute = 60_000;
/** What is not shared by then is given free by the platform itself. */
const frozenFor = 30 * 24 * 60 * minute;

/** A share ends when its time has come. Nothing runs at that moment: whoever looks, sees it finished. */
export function settledShare(world: World, share: WechatShare): WechatShare {
  const { faults, shareReceivers } = world.state;
  if (share.state === "FINISHED" || share.createdAt + faults.wechatShareMs > world.clock.now()) return share;
  share.state = "FINISHED";
  for (const part of share.parts) {
    const known = share.unfreezes || shareReceivers.has(receiverKey("wechatPay", part.account));
    part.failReason = !known ? "NO_RELATION" : faults.wechatShare === "closed" ? "ACCOUNT_ABNORMAL" : null;
    part.result = part.failReason === null ? "SUCCESS" : "CLOSED";
  }
  world.touch();
  return share;
}

export const findShare = (world: World, outOrderNo: string): WechatShare | undefined => {
  const share = world.state.wechatShares.get(outOrderNo);
  return share && settledShare(world, share);
};

const sharesOf = (world: World, payment: WechatPayment): WechatShare[] =>
  [...world.state.wechatShares.values()]
    .filter((share) => share.outTradeNo === payment.outTradeNo)
    .map((share) => settledShare(world, share));

/** What of a payment was shared, may still be, and how often; parts that were closed never left. */
export function shareBooks(world: World, payment: WechatPayment) {
  const shares = sharesOf(world, payment);
  const own = shares.filter((share) => !share.unfreezes);
  const gone = own.flatMap(({ parts }) => parts).filter(({ result }) => result !== "CLOSED");
  const sharedFen = gone.reduce((sum, part) => sum + part.amountFen, 0);
  const refundedFen = payment.refundNos
    .map((no) => world.state.wechatRefunds.get(no))
    .reduce((sum, refund) => sum + (!refund || refund.state === "CLOSED" ? 0 : refund.amountFen), 0);
  const heldUntil = (payment.paidAt ?? 0) + frozenFor;
  return {
    rounds: own.length,
    sharedFen,
    frozen: !shares.some((share) => share.unfreezes) && heldUntil > world.clock.now(),
    leftFen: payment.amountFen - sharedFen - refundedFen,
    ratioFen: Math.floor((payment.amountFen * world.state.faults.sharePercent) / 100),
  };
}

/** Every share, for /admin/state. */
export const wechatShareViews = (world: World) =>
  [...world.state.wechatShares.values()]
    .map((share) => settledShare(world, share))
    .map(({ outTradeNo, outOrderNo, state, unfreezes, parts }) => ({
      channel: "wechatPay" as const,
      outTradeNo,
      no: outOrderNo,
      state,
      unfreezes,
      parts: parts.map(({ account, amountFen, result, failReason, returnedFen }) => ({
        account,
        amountFen,
        result: String(result),
        failReason,
        returnedFen,
      })),
    }));
