import { alipaySplitViews } from "../alipay/royalty.ts";
import { plantedView } from "../bills/admin-routes.ts";
import { shippingViews } from "../wechat/shipping.ts";
import { wechatShareViews } from "../wechat-pay/profit-sharing-books.ts";
import type { World } from "../world.ts";
import { alipayTradeView, refundViews, wechatPaymentView } from "./payment-view.ts";

/** Everything that a check compares with the product's own books. */
export function stateView(world: World) {
  return {
    at: world.clock.now(),
    payments: [
      ...[...world.state.wechatPayments.values()].map((payment) => wechatPaymentView(world, payment)),
      ...[...world.state.alipayTrades.values()].map((trade) => alipayTradeView(world, trade)),
    ],
    refunds: refundViews(world),
    shares: [...wechatShareViews(world), ...alipaySplitViews(world)],
    shippings: shippingViews(world),
    messages: [...world.state.inbox.values()].flat().sort((a, b) => a.at - b.at),
    counters: Object.fromEntries(world.state.counters),
    waitingNotifications: world.state.deliveries.size,
    planted: plantedView(world),
    faults: world.state.faults,
  };
}
