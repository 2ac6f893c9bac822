import chimeFile from "../../assets/sound/chime.wav";
import type { Attention } from "./attention-port";

let player: WechatMiniprogram.InnerAudioContext | null = null;

export const attention: Attention = {
  chime() {
    player ??= wx.createInnerAudioContext();
    player.src = chimeFile;
    player.play();
  },
  buzz: () => wx.vibrateLong({ fail: () => undefined }),
};
