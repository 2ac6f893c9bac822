import { dictionary } from "@/features/i18n";

export const homeWords = dictionary({
  title: ["三栖", "Sanqi"],
  deliverTo: ["送到", "Deliver to"],
  chooseHall: ["选择宿舍", "Choose your hall"],
  chooseFirst: ["选好宿舍，就能看到送达时间", "Choose a hall to see when food arrives"],
  soon: ["现在下单，最快约 {range} 送达", "Order now, from about {range}"],
  noneOpen: ["现在没有营业的店", "No shop is open right now"],
});
