import { dictionary } from "@/features/i18n";

export const reviewWords = dictionary({
  none: ["还没有评价", "No reviews yet"],
  noneText: ["吃过的同学评价后会出现在这里", "What people say after their lunch stands here"],
  date: ["{month}月{date}日", "{month}/{date}"],
  stars: ["{count} 星", "{count} stars"],
  kitchen: ["商家回复", "The kitchen's answer"],
  more: ["加载更多", "Load more"],
  all: ["就这些了", "That is all"],
  yours: ["你的评价", "Your rating"],
  hidden: ["这条评价没有公开显示：{reason}", "Not shown to others: {reason}"],
});
