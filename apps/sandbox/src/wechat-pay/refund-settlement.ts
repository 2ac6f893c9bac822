import { startNotifying } from "../notification/notify-record.ts";
import type { WechatRefund } from "../state/records.ts";
import type { World } from "../world.ts";

export const refundChannel = "wechatPay/refund";

const endState = { abnormal: "ABNORMAL", closed: "CLOSED" } as const;

/** Ends a refund after the time that the switch says, and notifies. */
export function planSettlement(world: World, refund: WechatRefund): void {
  world.later(world.state.faults.wechatRefundMs, () => {
    const { wechatRefund } = world.state.faults;
    refund.state =
      wechatRefund === "abnormal" || wechatRefund === "closed" ? endState[wechatRefund] : "SUCCESS";
    if (refund.state === "SUCCESS") refund.successAt = world.clock.now();
    startNotifying(world, refundChannel, refund.outRefundNo, refund.notify);
    world.touch();
  });
}

/** Takes up the refunds that were processing when the sandbox stopped. */
export function resumeSettlements(world: World): void {
  for (const refund of world.state.wechatRefunds.values()) {
    if (refund.state === "PROCESSING") planSettlement(world, refund);
  }
}
