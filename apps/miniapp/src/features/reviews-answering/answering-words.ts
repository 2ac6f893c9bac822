import { dictionary } from "@/features/i18n";

export const answeringWords = dictionary({
  title: ["评价", "Reviews"],
  none: ["还没有评价", "No reviews yet"],
  noneText: ["同学吃过后的评价会出现在这里。", "What students say after their lunch stands here."],
  noWords: ["没有写评语", "No words with it"],
  hidden: ["已被平台隐藏：{reason}", "Hidden by the campus desk: {reason}"],
  answer: ["回复", "Answer"],
  change: ["改回复", "Change the answer"],
  answerTitle: ["回复 {no}", "Answer {no}"],
  answerText: [
    "回复会公开显示在评价下面，一次说清楚、友善一点。",
    "Everybody reads it below the review: be brief and kind.",
  ],
  answerWords: ["回复内容", "Your answer"],
  send: ["发布回复", "Publish"],
  sent: ["回复已发布", "Your answer is published"],
  more: ["加载更多", "Load more"],
});
