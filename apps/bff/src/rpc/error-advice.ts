/** What the person who meets an error does, by its stable code; for docs/errors.md. A forgotten code fails a test. */
export const advice: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ALERT_NOT_FOUND: {
    zh: "返回列表；该提醒可能已关闭或不属于本学院",
    en: "Go back to the list; it is closed, or of another department",
  },
  ALREADY_RATED: { zh: "无需处理", en: "Nothing" },
  AFTER_SALE_ITEMS_INVALID: {
    zh: "选择订单里的餐品，份数不超过所点",
    en: "Name lines of the order, with no more portions than were ordered",
  },
  COUPON_NOT_USABLE: {
    zh: "刷新优惠券后重新结算",
    en: "Refresh the coupons and check out again",
  },
  HANDOVER_NOT_OFFERED: {
    zh: "换一种取餐方式",
    en: "Choose another way to get the lunch",
  },
  REFUND_BEARER_INVALID: {
    zh: "改为商家或平台承担",
    en: "Choose the shop or the platform",
  },
  REFUND_TOO_MUCH: {
    zh: "刷新后按每行可退金额填写",
    en: "Refresh; stay within what is left of each line",
  },
  REVIEW_NOT_FOUND: {
    zh: "刷新评价列表",
    en: "Refresh the list of reviews",
  },
  SLOT_FULL: {
    zh: "换一个时段",
    en: "Choose another time",
  },
  SLOT_NOT_OFFERED: {
    zh: "刷新可预订的时段",
    en: "Refresh the times that can be ordered",
  },
  TABLE_NOT_FOUND: {
    zh: "重新扫码；仍不行请告诉店员",
    en: "Scan again; else tell the staff",
  },
  BELOW_MINIMUM: { zh: "再加一些菜品", en: "Add dishes" },
  BILL_DAY_NOT_OVER: {
    zh: "选择已结束的日期；账单在次日 10 点后生成",
    en: "Choose a day that is over; bills are made after 10:00 of the next one",
  },
  BODY_TOO_LARGE: { zh: "请求不得超过 64 KiB", en: "Stay within 64 KiB" },
  CALL_CLOSED: {
    zh: "订单进行中才能拨打；之后请联系运营",
    en: "Call while the order runs; afterwards ask the operator",
  },
  CAMPUS_NOT_FOUND: { zh: "检查校区编号", en: "Check the campus id" },
  DIFFERENCE_CLOSED: {
    zh: "刷新列表；处理结果在经过里",
    en: "Refresh the list; its story says how it was closed",
  },
  DIFFERENCE_NOT_FOUND: { zh: "返回差异列表", en: "Go back to the list of differences" },
  DISH_NOT_FOUND: { zh: "刷新菜单", en: "Refresh the menu" },
  FIX_NOT_RUNNABLE: {
    zh: "按建议人工处理，再写明原因关闭",
    en: "Do by hand what the proposal says, then close it with the reason",
  },
  HOST_UNAVAILABLE: { zh: "稍后重试，凭证要重新获取", en: "Try again in a moment with a new code" },
  IDEMPOTENCY_CONFLICT: {
    zh: "每次新的意图使用新的 key；重试时内容不变",
    en: "Use a new key per intent; repeat a request unchanged",
  },
  INPUT_INVALID: {
    zh: "对照接口的输入定义修正；可能需要更新小程序",
    en: "Correct the input after the procedure's definition; an old app must be updated",
  },
  INTERNAL: { zh: "凭 trace id 查日志；稍后重试", en: "Look the trace id up in the log; try again later" },
  INVITATION_INVALID: {
    zh: "运营的邀请码在控制台登录页兑换，其他的在小程序；仍不行就向运营索取新的邀请码",
    en: "An operator's code is redeemed at the console's log-in, any other in the app; else ask for a new one",
  },
  JSON_INVALID: { zh: "发送合法的 JSON", en: "Send valid JSON" },
  LOGIN_CODE_REFUSED: {
    zh: "重新调用平台登录取得新凭证（只能用一次，几分钟内有效）",
    en: "Get a new code from the host: each works once and for minutes",
  },
  MEDIA_TYPE_UNSUPPORTED: { zh: "使用 application/json", en: "Use application/json" },
  MENU_CHANGED: { zh: "重新读取菜单后再修改", en: "Read the menu again, then change it" },
  MENU_INVALID: { zh: "按提示修改这一项", en: "Correct what the words name" },
  METHOD_NOT_SUPPORTED: { zh: "查询用 GET，变更用 POST", en: "GET for queries, POST for mutations" },
  NOT_ALLOWED: { zh: "换用有该角色的账号与平台", en: "Use an account with the role, on the host it is for" },
  NOT_FOUND: { zh: "检查地址", en: "Check the address" },
  NOT_YOUR_TASK: { zh: "刷新任务列表", en: "Refresh the task list" },
  OFFER_NOT_FOUND: {
    zh: "刷新优惠列表；店铺只能改自己承担的优惠，发券要选需要券的优惠",
    en: "Refresh the list; a shop changes only offers that it bears itself, and only some offers take coupons",
  },
  OPTIONS_INVALID: { zh: "重新选择规格", en: "Choose the options again" },
  ORDER_NOT_FOUND: {
    zh: "检查订单编号；别人的订单同样显示为不存在",
    en: "Check the id; somebody else's order reads the same",
  },
  ORDER_NOT_PAID: { zh: "等待同学支付", en: "Wait until the student has paid" },
  ORDER_NOT_PAYABLE: {
    zh: "刷新订单；已付款的不会再扣",
    en: "Refresh the order; what is paid is not charged again",
  },
  ORDER_STATE_CONFLICT: { zh: "刷新订单再决定", en: "Refresh the order and decide again" },
  ORDER_TAKEN: { zh: "选择其他订单", en: "Take another order" },
  PASSWORD_REFUSED: { zh: "核对用户名和密码", en: "Check user name and password" },
  PASSWORD_WEAK: {
    zh: "换一个更长、与用户名不同的密码",
    en: "Choose a longer password that is not the user name",
  },
  PAYMENT_PAUSED: {
    zh: "不用重新下单；平台恢复后继续支付，或用代付码换一个平台付",
    en: "Do not order again; pay when the platform is back, or with a code from another host",
  },
  PAY_CODE_INVALID: {
    zh: "核对八位代付码；付款时限一过就失效",
    en: "Check the eight signs; a code ends with the time to pay",
  },
  PAYMENT_NOT_FOUND: { zh: "回到订单重新发起支付", en: "Start paying from the order again" },
  PAYOUT_ABOVE_BALANCE: {
    zh: "取消这笔发薪；余额会计入下个周期",
    en: "Cancel it; what is owed goes into the next period",
  },
  PAYOUT_NOT_FOUND: { zh: "刷新发薪列表", en: "Refresh the list of pay-outs" },
  PAYOUT_STATE_CONFLICT: { zh: "刷新发薪列表再决定", en: "Refresh the list of pay-outs and decide again" },
  PICKUP_CODE_LOCKED: { zh: "等待两分钟，或联系运营", en: "Wait two minutes, or ask the operator" },
  PICKUP_CODE_WRONG: { zh: "和同学核对四位取餐码", en: "Check the four digits with the student" },
  PICTURE_INVALID: { zh: "换一张图片", en: "Choose another picture" },
  PICTURE_NOT_FOUND: {
    zh: "链接可能已过期，刷新页面；或重新上传。投诉图片保存 180 天，之后不再有",
    en: "The link may have expired: refresh the page; or upload it again. A complaint's pictures are kept for 180 days",
  },
  PICTURE_TOO_LARGE: { zh: "压缩后再上传", en: "Make it smaller and upload it again" },
  PLACE_NOT_SERVED: { zh: "换一个地点或店铺", en: "Choose another place or shop" },
  PLATFORM_REFUSED: {
    zh: "重新发起支付；反复出现请运营查看平台错误码",
    en: "Pay again; if it stays, the operator looks the platform's code up",
  },
  PLATFORM_UNAVAILABLE: { zh: "订单已保留，稍后再付", en: "The order is kept; pay a little later" },
  PRICE_CHANGED: {
    zh: "确认新价格后重新提交（用新的 key）",
    en: "Confirm the new price and submit again with a new key",
  },
  PROCEDURE_NOT_FOUND: { zh: "更新小程序", en: "Update the app" },
  RELAY_UNAVAILABLE: {
    zh: "稍后再拨；生产环境需先配置号码服务",
    en: "Dial again later; production needs a relay to be configured",
  },
  REQUEST_INVALID: { zh: "检查地址与请求头", en: "Check the address and the headers" },
  SESSION_INVALID: { zh: "重新登录；小程序会自动进行", en: "Log in again; the apps do so by themselves" },
  SHOP_CLOSED: { zh: "在营业时间下单", en: "Order within the opening hours" },
  SHARE_ACCOUNT_TAKEN: {
    zh: "给商家和配送方各填一个账户，或先停用另一方",
    en: "Give the shop and its carrier an account each, or switch the other party off first",
  },
  SAGA_NOT_FOUND: { zh: "刷新资金流程列表", en: "Refresh the list of work with money" },
  SAGA_OVER: { zh: "无需处理", en: "Nothing" },
  SHARE_NOT_FOUND: { zh: "核对支付编号", en: "Check the payment's id" },
  SHARE_NOT_STUCK: {
    zh: "等待平台答复；报警 shareStuck 之后才人工了结",
    en: "Wait for the platform; settle by hand only after the alarm shareStuck",
  },
  SHOP_NOT_FOUND: { zh: "回到店铺列表", en: "Go back to the list of shops" },
  SOLD_OUT: { zh: "减少份数或换一道菜", en: "Take fewer, or another dish" },
  TERMS_IN_PAST: { zh: "选择现在或以后的时间", en: "Choose now or a later time" },
  TOO_MANY_ATTEMPTS: { zh: "等待后再试", en: "Wait, then try again" },
  URGED_TOO_SOON: {
    zh: "每单五分钟可催一次；等到提示的时间",
    en: "Once in five minutes per order; wait until the time it names",
  },
  USERNAME_TAKEN: {
    zh: "换一个用户名；邀请码仍然有效",
    en: "Choose another user name; the invitation stays valid",
  },
  PICTURES_BUSY: { zh: "稍等几秒再上传", en: "Upload it again after some seconds" },
  TOO_MANY_PICTURES: { zh: "明天再上传", en: "Upload the rest tomorrow" },
  ORDERS_BUSY: {
    zh: "等到提示的秒数后用同一个幂等键重试；小程序会自动排队",
    en: "Wait the seconds that it says and repeat with the same key; the app queues by itself",
  },
  TOO_MANY_UNPAID: {
    zh: "先支付或取消未付款的订单（最多同时三笔）",
    en: "Pay or cancel the unpaid orders first (three at a time)",
  },
};
