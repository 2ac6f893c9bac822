import { chinaClockText, yuanText } from "@sanqi/kernel";
import { type OrderingError, type Rows, say } from "./row.ts";

/** What goes wrong with carts, orders, offers, complaints and reviews. */
export const orderingErrors: Rows<OrderingError> = {
  orderNotFound: {
    code: "ORDER_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这个订单", "There is no such order"),
  },
  transitionRefused: {
    code: "ORDER_STATE_CONFLICT",
    rpc: "CONFLICT",
    words: say("订单状态已变化，请刷新后再试", "The order has moved on meanwhile; refresh and look again"),
  },
  orderNotPaid: {
    code: "ORDER_NOT_PAID",
    rpc: "CONFLICT",
    words: say("订单还没有支付", "The order has not been paid yet"),
  },
  urgedTooSoon: {
    code: "URGED_TOO_SOON",
    rpc: "TOO_MANY_REQUESTS",
    words: (e) => ({
      zh: `刚刚已经催过了，${chinaClockText(e.nextAt)} 后可以再催`,
      en: `You have urged this order just now; again after ${chinaClockText(e.nextAt)}`,
    }),
  },
  busy: {
    code: "ORDERS_BUSY",
    rpc: "SERVICE_UNAVAILABLE",
    words: (e) => ({
      zh: `下单的人太多，请在 ${e.retryAfterSeconds} 秒后重试，不会重复下单`,
      en: `Too many orders at this moment; try again in ${e.retryAfterSeconds} s, nothing is ordered twice`,
    }),
  },
  handoverNotOffered: {
    code: "HANDOVER_NOT_OFFERED",
    rpc: "CONFLICT",
    words: (e) =>
      ({
        delivery: { zh: "这家店暂不外送", en: "This shop does not deliver at the moment" },
        pickup: { zh: "这家店不支持到店自取", en: "Nothing can be collected at this shop" },
        table: { zh: "这家店不支持扫码点餐", en: "This shop takes no orders at tables" },
      })[e.handover],
  },
  tableNotFound: {
    code: "TABLE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("桌码无效，请重新扫桌上的码", "This table's code is not valid; scan it again"),
  },
  slotNotOffered: {
    code: "SLOT_NOT_OFFERED",
    rpc: "CONFLICT",
    words: say("这个时段不能预订了，请换一个", "This time cannot be ordered any more; choose another"),
  },
  slotFull: {
    code: "SLOT_FULL",
    rpc: "CONFLICT",
    words: (e) => ({
      zh: `${chinaClockText(e.slotFrom)} 的时段已约满，请换一个`,
      en: `The kitchen is fully booked for ${chinaClockText(e.slotFrom)}; choose another time`,
    }),
  },
  couponNotUsable: {
    code: "COUPON_NOT_USABLE",
    rpc: "CONFLICT",
    words: say("优惠券已使用或已过期", "The coupon has been used or has expired"),
  },
  reviewNotFound: {
    code: "REVIEW_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这条评价", "There is no such review"),
  },
  afterSaleItemsInvalid: {
    code: "AFTER_SALE_ITEMS_INVALID",
    rpc: "BAD_REQUEST",
    words: say("请选择有问题的餐品和份数", "Choose the dishes and portions that are concerned"),
  },
  refundBearerInvalid: {
    code: "REFUND_BEARER_INVALID",
    rpc: "CONFLICT",
    words: say("这单没有骑手，不能由骑手承担", "No rider carried this order; somebody else has to bear it"),
  },
  refundTooMuch: {
    code: "REFUND_TOO_MUCH",
    rpc: "CONFLICT",
    words: say("退款超过了可退金额，请刷新后再试", "More than is left to give back; refresh and look again"),
  },
  orderTaken: {
    code: "ORDER_TAKEN",
    rpc: "CONFLICT",
    words: say("这单已被其他骑手接走", "Another rider has taken this order"),
  },
  notYourTask: {
    code: "NOT_YOUR_TASK",
    rpc: "FORBIDDEN",
    words: say("这单不是你的任务", "This order is not your task"),
  },
  pickupCodeWrong: {
    code: "PICKUP_CODE_WRONG",
    rpc: "BAD_REQUEST",
    words: say("取餐码不对，请和同学核对", "Wrong pick-up code; check it with the student"),
  },
  pickupCodeLocked: {
    code: "PICKUP_CODE_LOCKED",
    rpc: "TOO_MANY_REQUESTS",
    words: say("取餐码错误次数过多，请联系校园运营", "Too many wrong codes; ask the campus operator"),
  },
  alreadyRated: {
    code: "ALREADY_RATED",
    rpc: "CONFLICT",
    words: say("已经评价过了", "You have rated this order already"),
  },
  idempotencyConflict: {
    code: "IDEMPOTENCY_CONFLICT",
    rpc: "CONFLICT",
    words: say(
      "同一请求的内容前后不一致，请重新提交",
      "The same request came with other content; submit it anew",
    ),
  },
  tooManyUnpaid: {
    code: "TOO_MANY_UNPAID",
    rpc: "CONFLICT",
    words: say(
      "你有几笔订单还没有支付，请先支付或取消",
      "You have several unpaid orders; pay or cancel them first",
    ),
  },
  pictureNotFound: {
    code: "PICTURE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这张图片", "There is no such picture"),
  },
  shopNotFound: {
    code: "SHOP_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这家店", "There is no such shop"),
  },
  shopClosed: {
    code: "SHOP_CLOSED",
    rpc: "CONFLICT",
    words: (e) => ({
      zh: `店铺已打烊${e.reason ? `（${e.reason.zh}）` : ""}${e.opensAt ? `，${e.opensDay?.zh ?? ""}${e.opensAt} 开始营业` : ""}`,
      en: `The shop is closed${e.reason ? ` (${e.reason.en})` : ""}${e.opensAt ? ` and opens ${e.opensDay ? `${e.opensDay.en} ` : ""}at ${e.opensAt}` : ""}`,
    }),
  },
  placeNotServed: {
    code: "PLACE_NOT_SERVED",
    rpc: "BAD_REQUEST",
    words: say("这家店送不到所选地点，请换一个地点", "The shop does not deliver there; choose another place"),
  },
  offerNotFound: {
    code: "OFFER_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这个优惠，或它已结束", "There is no such offer, or it has ended"),
  },
  dishNotFound: {
    code: "DISH_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("有菜品已下架，请刷新菜单", "A dish is no longer on the menu; refresh it"),
  },
  optionsInvalid: {
    code: "OPTIONS_INVALID",
    rpc: "BAD_REQUEST",
    words: (e) => ({ zh: `请重新选择“${e.group.zh}”`, en: `Choose “${e.group.en}” again` }),
  },
  soldOut: {
    code: "SOLD_OUT",
    rpc: "CONFLICT",
    words: (e) => ({
      zh: e.left > 0 ? `“${e.name}”只剩 ${e.left} 份` : `“${e.name}”已售罄`,
      en: e.left > 0 ? `Only ${e.left} left of “${e.nameEn}”` : `Sold out: “${e.nameEn}”`,
    }),
  },
  belowMinimum: {
    code: "BELOW_MINIMUM",
    rpc: "BAD_REQUEST",
    words: (e) => ({
      zh: `还差 ¥${yuanText(e.missingFen)} 起送`,
      en: `¥${yuanText(e.missingFen)} below the minimum order`,
    }),
  },
  priceChanged: {
    code: "PRICE_CHANGED",
    rpc: "CONFLICT",
    words: (e) => ({
      zh: `价格有变化：现在是 ¥${yuanText(e.actualFen)}，请确认后再下单`,
      en: `The price has changed to ¥${yuanText(e.actualFen)}; check it and order again`,
    }),
  },
};
