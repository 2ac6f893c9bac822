/** What the person who meets an error does, by its stable code; for docs/errors.md. A forgotten code fails a test. */
export const advice: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ALERT_NOT_FOUND: {
    zh: "返回列表；该提醒可能已关闭或不属于本学院",
    en: "Go back to the list; it is closed, or of another department",
  },
  ALREADY_RATED: { zh: "无需处理", en: "Nothing" },
  BELOW_MINIMUM: { zh: "再加一些菜品", en: "Add dishes" },
  BODY_TOO_LARGE: { zh: "请求不得超过 64 KiB", en: "Stay within 64 KiB" },
  CALL_CLOSED: {
    zh: "订单进行中才能拨打；之后请联系运营",
    en: "Call while the order runs; afterwards ask the operator",
  },
  CAMPUS_NOT_FOUND: { zh: "检查校区编号", en: "Check the campus id" },
  DISH_NOT_FOUND: { zh: "刷新菜单", en: "Refresh the menu" },
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
  METHOD_NOT_SUPPORTED: { zh: "查询用 GET，变更用 POST", en: "GET for queries, POST for mutations" },
  NOT_ALLOWED: { zh: "换用有该角色的账号与平台", en: "Use an account with the role, on the host it is for" },
  NOT_FOUND: { zh: "检查地址", en: "Check the address" },
  NOT_YOUR_TASK: { zh: "刷新任务列表", en: "Refresh the task list" },
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
  PAYMENT_NOT_FOUND: { zh: "回到订单重新发起支付", en: "Start paying from the order again" },
  PICKUP_CODE_LOCKED: { zh: "等待两分钟，或联系运营", en: "Wait two minutes, or ask the operator" },
  PICKUP_CODE_WRONG: { zh: "和同学核对四位取餐码", en: "Check the four digits with the student" },
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
  SHOP_NOT_FOUND: { zh: "回到店铺列表", en: "Go back to the list of shops" },
  SOLD_OUT: { zh: "减少份数或换一道菜", en: "Take fewer, or another dish" },
  TOO_MANY_ATTEMPTS: { zh: "等待后再试", en: "Wait, then try again" },
  URGED_TOO_SOON: {
    zh: "每单五分钟可催一次；等到提示的时间",
    en: "Once in five minutes per order; wait until the time it names",
  },
  USERNAME_TAKEN: {
    zh: "换一个用户名；邀请码仍然有效",
    en: "Choose another user name; the invitation stays valid",
  },
  TOO_MANY_UNPAID: {
    zh: "先支付或取消未付款的订单（最多同时三笔）",
    en: "Pay or cancel the unpaid orders first (three at a time)",
  },
};
