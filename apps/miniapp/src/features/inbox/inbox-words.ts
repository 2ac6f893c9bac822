import { dictionary } from "@/features/i18n";

export const inboxWords = dictionary({
  title: ["消息", "Messages"],
  none: ["还没有消息", "No messages yet"],
  noneText: [
    "下单后，接单、送达、退款都会在这里告诉你",
    "After you order, acceptance, delivery and refunds are told here",
  ],
  readAll: ["全部标为已读", "Mark all as read"],
  unread: ["{count} 条未读", "{count} unread"],
  allRead: ["都看过了", "All read"],
  unreadOne: ["未读", "Unread"],
});
