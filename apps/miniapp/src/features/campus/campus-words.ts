import { dictionary } from "@/features/i18n";

export const campusWords = dictionary({
  choose: ["选择送达地点", "Choose where to deliver"],
  search: ["搜索宿舍楼、取餐点", "Search halls and pick-up points"],
  dormitories: ["宿舍楼", "Halls"],
  pickupHint: ["骑手在这里等你，凭取餐码取", "The rider meets you here with your pick-up code"],
  none: ["没有找到这个地点", "No such place"],
  noneText: ["换个名字试试，例如楼号或园区名", "Try a hall's number or the name of its garden"],
  clear: ["清空搜索", "Clear the search"],
  whereTo: ["先选宿舍，再看能送到的店", "Pick your hall to see who delivers there"],
  whereToText: ["只在校内使用，随时可以改", "Used on campus only; change it whenever you like"],
});
