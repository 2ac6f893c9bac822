import { dictionary } from "@/features/i18n";

export const meWords = dictionary({
  title: ["我的", "Me"],
  via: ["通过{host}登录", "Logged in with {host}"],
  place: ["送达地点", "Where to deliver"],
  choosePlace: ["选择宿舍或取餐点", "Choose a hall or pick-up point"],
  coupons: ["优惠券", "Coupons"],
  couponsText: ["可使用、已使用和已过期的券", "To use, used and expired"],
  payFor: ["帮同学付款", "Pay for somebody"],
  payForText: ["输入对方发来的付款码", "Enter the code that they sent"],
  language: ["语言", "Language"],
  work: ["工作台", "Work places"],
  merchant: ["商家接单", "Kitchen"],
  rider: ["骑手配送", "Rider"],
  counselor: ["关怀提醒", "Care alerts"],
  invitation: ["输入邀请码", "Enter an invitation"],
  invitationText: ["商家、骑手、辅导员由校园运营邀请", "For kitchens, riders and counselors"],
  messages: ["订单通知", "Order messages"],
  messagesAsk: ["每次下单时询问，一次同意发一条", "Asked with each order; one consent, one message"],
  messagesAlways: ["通过工作通知发送，无需另外同意", "Sent as work notifications; no consent needed"],
  messagesNow: ["现在同意", "Allow now"],
  messagesGiven: ["已同意接收下一单的通知", "The next order's messages are allowed"],
  messagesDeclined: ["没有同意，站内消息仍会保留", "Not allowed; the in-app inbox still has everything"],
  privacy: ["隐私", "Privacy"],
  care: ["心理与用餐关怀", "Care for wellbeing and meals"],
  careOn: ["已同意，可随时撤回", "You agreed; withdraw at any time"],
  careOff: ["未同意，不会有人看到", "Not agreed; nobody sees anything"],
  careLead: [
    "如果你忽然很多天没有按时吃饭，学院辅导员可以来问一句“还好吗”。",
    "If you suddenly miss meals for days, your department's counselor can ask whether you are all right.",
  ],
  careWhy: ["为什么", "Why"],
  careWhyText: [
    "按时吃饭的规律变化，有时是生病或情绪低落的第一个信号。早一点有人问，就早一点有人帮。",
    "A change in regular meals can be the first sign of illness or low spirits. Asking early means helping early.",
  ],
  careWhat: ["用到什么", "What is used"],
  careWhatText: [
    "只用每天有没有点餐的次数。不看吃了什么、花了多少、和谁一起。",
    "Only how often you ordered each day. Never what, for how much, or with whom.",
  ],
  careWho: ["谁能看到", "Who sees it"],
  careWhoText: [
    "只有你所在学院的辅导员，只在出现提醒时；每次查看都有记录。",
    "Only your own department's counselors, only when there is an alert; every view is recorded.",
  ],
  careStop: ["怎么停止", "How to stop"],
  careStopText: [
    "随时在这里撤回，立即生效：次数记录删除，已有的提醒关闭。不同意不影响点餐。",
    "Withdraw here at any time, effective at once: the counts are deleted and an open alert is closed. Ordering works the same without it.",
  ],
  careGive: ["我同意", "I agree"],
  careNotNow: ["暂不", "Not now"],
  careWithdraw: ["撤回同意", "Withdraw"],
  careKeep: ["保持同意", "Keep it"],
  careGiven: ["已同意。谢谢你的信任", "Agreed. Thank you for your trust"],
  careWithdrawn: ["已撤回，立即生效", "Withdrawn, effective now"],
  careVersion: ["说明版本 {version}", "Text version {version}"],
  about: ["关于三栖", "About Sanqi"],
  aboutText: [
    "校园里的微信、支付宝、钉钉，用同一个三栖点餐。没有弹窗，没有隐藏费用。",
    "One Sanqi for WeChat, Alipay and DingTalk on campus. No pop-ups, no hidden fees.",
  ],
  dataText: [
    "我们保存你的订单、送达地点和通知记录。联系电话只在订单进行中使用。",
    "We keep your orders, places and message records. A contact phone is used only while its order runs.",
  ],
  close: ["知道了", "All right"],
});

/** The text that a person agrees to; a change of its meaning is a new version. */
export const careTextVersion = "2026-11";
