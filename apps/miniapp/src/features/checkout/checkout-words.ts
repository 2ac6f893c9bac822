import { dictionary } from "@/features/i18n";

export const checkoutWords = dictionary({
  title: ["确认订单", "Check out"],
  deliverTo: ["送到", "Deliver to"],
  myPlace: ["宿舍楼下", "At your hall's door"],
  pickupPoint: ["取餐点", "Pick-up point"],
  otherPlace: ["送到别处", "Somewhere else"],
  arrives: ["约 {range} 送达", "Arrives about {range}"],
  arrivesNow: ["现在下单的预计时间", "If you order now"],
  quoting: ["正在计算价格…", "Working out the price…"],
  goods: ["商品小计", "Dishes"],
  packing: ["打包费", "Packing"],
  delivery: ["配送费", "Delivery"],
  total: ["合计", "Total"],
  note: ["备注", "Note"],
  notePlaceholder: ["口味、忌口，告诉厨房", "Tell the kitchen what you like or avoid"],
  noteTooLong: ["备注最多 100 个字", "A note has 100 characters at most"],
  cutlery: ["餐具", "Cutlery"],
  cutleryNone: ["不需要（默认，少用一次性餐具）", "None (the default, less waste)"],
  cutleryCount: ["{count} 份", "{count} set(s)"],
  phone: ["联系电话（选填）", "Phone (optional)"],
  phonePlaceholder: ["11 位手机号", "11-digit mobile number"],
  phoneWhy: [
    "只用于骑手联系不上你时，通过虚拟号码拨打；骑手看不到真实号码。",
    "Only used if the rider cannot find you, through a relay number; nobody sees the real one.",
  ],
  phoneBad: ["请填 11 位手机号，或留空", "Enter an 11-digit mobile number or leave it empty"],
  ifRefused: [
    "如果商家没有接单，订单自动取消，全款原路退回，不用你操作。",
    "If the kitchen refuses, the order is cancelled and everything is paid back to where it came from; you need not do anything.",
  ],
  cancelRule: [
    "商家接单前可以随时取消，全额退款。",
    "Cancel at any time before the kitchen accepts, with a full refund.",
  ],
  pay: ["支付 {amount}", "Pay {amount}"],
  paying: ["正在支付…", "Paying…"],
  quoteAgain: ["重新计算价格", "Work out the price again"],
  checkWishes: ["请检查备注或联系电话", "Check the note or the phone number"],
  fix: ["请先处理上面的问题", "See the problems above first"],
  changedTitle: ["价格有变化", "The price has changed"],
  changedText: [
    "确认新的金额后再支付，现在还没有扣款。",
    "Look at the new amount before you pay; nothing has been charged.",
  ],
  changedLine: ["{name}：{before} → {after}", "{name}: {before} → {after}"],
  refusedText: ["没有扣款。改好后再点支付。", "Nothing was charged. Change it, then pay."],
  remove: ["移除", "Remove"],
  backToMenu: ["回到菜单修改", "Back to the menu"],
  emptyCart: ["购物车是空的", "Your cart is empty"],
  emptyCartText: ["选几样再来结算", "Choose something first"],
  consent: [
    "点支付后会询问是否接收订单通知，可以拒绝。",
    "You will be asked about order messages; you may decline.",
  ],
});

/** What people write most often; each is a tap, and goes to the kitchen in Chinese. */
export const notePresets = [
  { key: "lessSpicy", zh: "少辣", en: "Less spicy" },
  { key: "noCoriander", zh: "不要香菜", en: "No coriander" },
  { key: "noOnion", zh: "不要葱", en: "No spring onion" },
  { key: "lessOil", zh: "少油少盐", en: "Less oil and salt" },
  { key: "soupApart", zh: "汤面分装", en: "Soup apart" },
] as const;
