import { dictionary } from "@/features/i18n";

export const orderWords = dictionary({
  title: ["订单", "Orders"],
  running: ["进行中", "Running"],
  earlier: ["历史订单", "Earlier"],
  none: ["还没有订单", "No orders yet"],
  noneText: ["第一顿，从附近的食堂开始", "Start with a canteen nearby"],
  goHome: ["去点餐", "Order food"],
  pay: ["去支付", "Pay"],
  again: ["再来一单", "Order again"],
  rate: ["评价", "Rate"],
  pieces: ["共 {count} 份", "{count} in all"],
  timeLeft: ["剩余 ", "Time left "],
  arrives: ["约 {range} 送达", "about {range}"],
  ready: ["约 {range} 可取", "ready about {range}"],
  served: ["约 {range} 上桌", "served about {range}"],
  booked: ["预订 {slot}", "booked for {slot}"],
  loadMore: ["加载更多", "Load more"],
  allShown: ["就这些了", "That is all"],
  againGone: [
    "“{names}”现在点不到，其余已放进购物车",
    "“{names}” is not available now; the rest is in your cart",
  ],
  againNone: ["这些菜现在都点不到了", "None of these dishes is available now"],
});

/** How a payment ended, as far as anybody knows. */
export const paidWords = dictionary({
  paid: ["支付成功", "Paid"],
  cancelled: ["还没有支付，可在订单里继续支付", "Not paid yet; pay from the order"],
  failed: ["支付没有成功，可以再试一次", "The payment did not go through; try again"],
  pending: ["正在确认支付结果", "Checking the payment"],
  paused: ["支付平台暂时不可用，订单已保留", "The payment platform is paused; your order is kept"],
});
