import type { CareError } from "@sanqi/care/use-cases";
import type { CatalogError, MenuEditError } from "@sanqi/catalog/use-cases";
import type { DeliveryError } from "@sanqi/delivery/use-cases";
import type { IdentityError } from "@sanqi/identity";
import { chinaClockText, type Words, yuanText } from "@sanqi/kernel";
import type { LedgerError } from "@sanqi/ledger";
import type { OrderError } from "@sanqi/orders";
import type { OfferError } from "@sanqi/orders/use-cases";
import type { PaymentError } from "@sanqi/payments";
import type { PictureError } from "@sanqi/pictures";
import type { ReconciliationError } from "@sanqi/reconciliation";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

export type DomainError =
  | OrderError
  | OfferError
  | CatalogError
  | MenuEditError
  | PictureError
  | DeliveryError
  | IdentityError
  | PaymentError
  | LedgerError
  | ReconciliationError
  | CareError;
type Of<K extends DomainError["kind"]> = Extract<DomainError, { kind: K }>;
type Row<K extends DomainError["kind"]> = {
  /** Stable, documented in docs/errors.md; clients and operators may rely on it. */
  readonly code: string;
  readonly rpc: TRPC_ERROR_CODE_KEY;
  readonly words: (error: Of<K>) => Words;
};

const say = (zh: string, en: string) => (): Words => ({ zh, en });

/** Every expected failure with its code and its words; a forgotten kind does not compile. */
export const errorTable: { readonly [K in DomainError["kind"]]: Row<K> } = {
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
  menuChanged: {
    code: "MENU_CHANGED",
    rpc: "CONFLICT",
    words: say(
      "内容刚刚被别人修改过，请刷新后再改",
      "Somebody else has just changed this; refresh and look before you change it",
    ),
  },
  menuInvalid: { code: "MENU_INVALID", rpc: "BAD_REQUEST", words: (e) => e.why },
  pictureInvalid: {
    code: "PICTURE_INVALID",
    rpc: "BAD_REQUEST",
    words: say("请上传 JPEG、PNG 或 WebP 图片", "Upload a JPEG, PNG or WebP picture"),
  },
  pictureTooLarge: {
    code: "PICTURE_TOO_LARGE",
    rpc: "PAYLOAD_TOO_LARGE",
    words: say("图片不能超过 2 MB", "A picture has at most 2 MB"),
  },
  tooManyPictures: {
    code: "TOO_MANY_PICTURES",
    rpc: "TOO_MANY_REQUESTS",
    words: say("今天上传的图片太多了，请明天再试", "Too many pictures today; try again tomorrow"),
  },
  picturesBusy: {
    code: "PICTURES_BUSY",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "正在上传的图片较多，请稍后再试",
      "Many pictures are coming in just now; try again in a moment",
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
  orderNotPayable: {
    code: "ORDER_NOT_PAYABLE",
    rpc: "CONFLICT",
    words: say("订单已支付或已关闭，无需再付", "The order is paid or closed; there is nothing to pay"),
  },
  paymentNotFound: {
    code: "PAYMENT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这笔支付", "There is no such payment"),
  },
  platformRefused: {
    code: "PLATFORM_REFUSED",
    rpc: "BAD_GATEWAY",
    words: (e) => ({
      zh: `支付平台拒绝了请求（${e.code}）`,
      en: `The payment platform refused the request (${e.code})`,
    }),
  },
  platformUnavailable: {
    code: "PLATFORM_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "支付平台暂时没有响应，订单已保留，请稍后再付",
      "The payment platform does not answer; your order is kept, pay a little later",
    ),
  },
  paymentPaused: {
    code: "PAYMENT_PAUSED",
    rpc: "SERVICE_UNAVAILABLE",
    words: (e) => ({
      zh: `支付平台暂时繁忙，订单已为你保留到 ${chinaClockText(e.payBy)}，恢复后可继续支付`,
      en: `The payment platform is busy; your order is kept until ${chinaClockText(e.payBy)}, and you can pay as soon as it is back`,
    }),
  },
  payCodeInvalid: {
    code: "PAY_CODE_INVALID",
    rpc: "NOT_FOUND",
    words: say(
      "代付码不正确或已过期，请向下单的同学重新索取",
      "The code is wrong or over; ask the person who ordered for a new one",
    ),
  },
  loginCodeRefused: {
    code: "LOGIN_CODE_REFUSED",
    rpc: "UNAUTHORIZED",
    words: say("登录凭证已失效，请重新打开小程序", "The log-in code is no longer valid; open the app again"),
  },
  hostUnavailable: {
    code: "HOST_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "平台登录服务暂时没有响应，请稍后再试",
      "The platform's log-in does not answer; try again in a moment",
    ),
  },
  campusNotFound: {
    code: "CAMPUS_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这个校区", "There is no such campus"),
  },
  sessionInvalid: {
    code: "SESSION_INVALID",
    rpc: "UNAUTHORIZED",
    words: say("请重新登录", "Please log in again"),
  },
  passwordRefused: {
    code: "PASSWORD_REFUSED",
    rpc: "UNAUTHORIZED",
    words: say("用户名或密码不正确", "User name or password is wrong"),
  },
  tooManyAttempts: {
    code: "TOO_MANY_ATTEMPTS",
    rpc: "TOO_MANY_REQUESTS",
    words: say("尝试次数过多，请稍后再试", "Too many attempts; try again later"),
  },
  invitationInvalid: {
    code: "INVITATION_INVALID",
    rpc: "BAD_REQUEST",
    words: say("邀请码无效、已使用或已过期", "The invitation is invalid, used or expired"),
  },
  usernameTaken: {
    code: "USERNAME_TAKEN",
    rpc: "CONFLICT",
    words: say("这个用户名已被使用，请换一个", "This user name is taken; choose another"),
  },
  passwordWeak: {
    code: "PASSWORD_WEAK",
    rpc: "BAD_REQUEST",
    words: say(
      "密码至少 10 个字符，且不能与用户名相同",
      "The password needs at least 10 characters and must differ from the user name",
    ),
  },
  notAllowed: { code: "NOT_ALLOWED", rpc: "FORBIDDEN", words: say("没有权限", "You may not do this") },
  callClosed: {
    code: "CALL_CLOSED",
    rpc: "CONFLICT",
    words: say("只有配送进行中才能拨打电话", "Calls are possible only while the order is on its way"),
  },
  relayUnavailable: {
    code: "RELAY_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say("号码保护服务暂不可用，请稍后再试", "The number relay does not answer; try again in a moment"),
  },
  alertNotFound: {
    code: "ALERT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这条提醒", "There is no such alert"),
  },
  payoutNotFound: {
    code: "PAYOUT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这笔发薪", "There is no such pay-out"),
  },
  payoutStateConflict: {
    code: "PAYOUT_STATE_CONFLICT",
    rpc: "CONFLICT",
    words: say("发薪状态已变化，请刷新后再试", "The pay-out has moved on meanwhile; refresh and look again"),
  },
  payoutAboveBalance: {
    code: "PAYOUT_ABOVE_BALANCE",
    rpc: "CONFLICT",
    words: say("余额已低于这笔发薪，不能重新准备", "The balance has sunk below this pay-out"),
  },
  shareAccountTaken: {
    code: "SHARE_ACCOUNT_TAKEN",
    rpc: "CONFLICT",
    words: say(
      "这个账户已是该店另一方的收款账户，请换一个",
      "The shop's other party receives at this account already; name another one",
    ),
  },
  shareNotFound: {
    code: "SHARE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("这笔支付没有分账", "Nothing of this payment is shared"),
  },
  shareNotStuck: {
    code: "SHARE_NOT_STUCK",
    rpc: "CONFLICT",
    words: say(
      "这笔分账已有结果，或仍在询问平台，不能人工了结",
      "This share has ended, or the platform is still being asked; only one that hangs is settled by hand",
    ),
  },
  termsInPast: {
    code: "TERMS_IN_PAST",
    rpc: "BAD_REQUEST",
    words: say("条款只能从现在或以后生效", "Terms hold from now on or later, never for the past"),
  },
  differenceNotFound: {
    code: "DIFFERENCE_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这条差异", "There is no such difference"),
  },
  differenceClosed: {
    code: "DIFFERENCE_CLOSED",
    rpc: "CONFLICT",
    words: say("这条差异已经处理，请刷新", "This difference is closed already; refresh and look again"),
  },
  fixNotRunnable: {
    code: "FIX_NOT_RUNNABLE",
    rpc: "BAD_REQUEST",
    words: say("这条差异需要人工处理", "This difference is a person's work"),
  },
  billDayNotOver: {
    code: "BILL_DAY_NOT_OVER",
    rpc: "BAD_REQUEST",
    words: say("当天的账单要到次日才有", "A day has its bill only when it is over"),
  },
};

/** What a person reads of an expected failure. */
export function describe(error: DomainError): { code: string; rpc: TRPC_ERROR_CODE_KEY; words: Words } {
  const row = errorTable[error.kind] as Row<DomainError["kind"]>;
  return { code: row.code, rpc: row.rpc, words: row.words(error as never) };
}

/** Failures that come from the transport, before any use-case runs. */
export const transportErrors: Partial<Record<TRPC_ERROR_CODE_KEY, { code: string; words: Words }>> = {
  PARSE_ERROR: { code: "JSON_INVALID", words: { zh: "请求格式不正确", en: "The request is not valid JSON" } },
  BAD_REQUEST: {
    code: "INPUT_INVALID",
    words: { zh: "请求内容不正确", en: "The request's content is not valid" },
  },
  UNAUTHORIZED: { code: "SESSION_INVALID", words: { zh: "请重新登录", en: "Please log in again" } },
  FORBIDDEN: { code: "NOT_ALLOWED", words: { zh: "没有权限", en: "You may not do this" } },
  NOT_FOUND: {
    code: "PROCEDURE_NOT_FOUND",
    words: { zh: "没有这个接口，请更新小程序", en: "No such call; update the app" },
  },
  METHOD_NOT_SUPPORTED: {
    code: "METHOD_NOT_SUPPORTED",
    words: { zh: "请求方式不正确", en: "Wrong request method" },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    code: "MEDIA_TYPE_UNSUPPORTED",
    words: { zh: "请求类型不支持", en: "Unsupported media type" },
  },
  PAYLOAD_TOO_LARGE: {
    code: "BODY_TOO_LARGE",
    words: { zh: "请求内容过大", en: "The request is too large" },
  },
  INTERNAL_SERVER_ERROR: {
    code: "INTERNAL",
    words: {
      zh: "系统出错了，我们已记录，请稍后再试",
      en: "Something broke on our side; it is recorded, try again in a moment",
    },
  },
};
