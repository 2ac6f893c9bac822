import { dictionary } from "@/features/i18n";

export const couponWords = dictionary({
  title: ["优惠券", "Coupons"],
  usable: ["可使用", "To use"],
  used: ["已使用", "Used"],
  expired: ["已过期", "Expired"],
  until: ["{time} 前有效", "Valid until {time}"],
  everyShop: ["全部店铺可用", "In every shop"],
  oneShop: ["限指定店铺", "In one shop"],
  goUse: ["去使用", "Use it"],
  none: ["没有可用的优惠券", "No coupons to use"],
  noneText: ["有新的券时，会在消息里告诉你", "We tell you in your messages when there is one"],
  noneUsed: ["还没有用过优惠券", "No coupon used yet"],
  noneExpired: ["没有过期的优惠券", "No coupon has expired"],
  choose: ["选择优惠券", "Choose coupons"],
  saves: ["可省 {amount}", "saves {amount}"],
  saving: ["已省 {amount}", "saves you {amount}"],
  best: ["最省", "Best"],
  noHelp: ["这一单用不上", "Of no use for this order"],
  asking: ["正在计算…", "Working it out…"],
  done: ["选好了", "Done"],
  doneSaving: ["选好了，共省 {amount}", "Done, {amount} off in all"],
});
