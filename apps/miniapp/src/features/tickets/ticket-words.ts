import { dictionary } from "@/features/i18n";

export const ticketWords = dictionary({
  title: ["小票", "Ticket"],
  paper: ["纸宽", "Paper"],
  mm58: ["58 毫米", "58 mm"],
  mm80: ["80 毫米", "80 mm"],
  print: ["打印", "Print"],
  save: ["下载打印文件", "Save for a printer"],
  saveText: [
    "打印文件（.bin）可直接发给 ESC/POS 小票机。",
    "The file (.bin) can be sent to an ESC/POS receipt printer as it is.",
  ],
  elsewhere: [
    "这里只能看。要打印，请在电脑或平板的浏览器里打开接单台。",
    "Here it can only be read. To print it, open the board in a browser on a computer or tablet.",
  ],
});
