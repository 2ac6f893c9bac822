import type { CareError } from "@sanqi/care/use-cases";
import type { CatalogError } from "@sanqi/catalog/use-cases";
import type { DeliveryError } from "@sanqi/delivery/use-cases";
import type { IdentityError } from "@sanqi/identity";
import { chinaClockText, type Words, yuanText } from "@sanqi/kernel";
import type { OrderError } from "@sanqi/orders";
import type { PaymentError } from "@sanqi/payments";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

export type DomainError =
  | OrderError
  | CatalogError
  | DeliveryError
  | IdentityError
  | PaymentError
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
  shopNotFound: {
    code: "SHOP_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这家店", "There is no such shop"),
  },
  shopClosed: {
    code: "SHOP_CLOSED",
    rpc: "CONFLICT",
    words: (e) => ({
      zh: e.opensAt ? `店铺已打烊，${e.opensAt} 开始营业` : "店铺已打烊",
      en: e.opensAt ? `The shop is closed and opens at ${e.opensAt}` : "The shop is closed",
    }),
  },
  placeNotServed: {
    code: "PLACE_NOT_SERVED",
    rpc: "BAD_REQUEST",
    words: say("这家店送不到所选地点，请换一个地点", "The shop does not deliver there; choose another place"),
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
