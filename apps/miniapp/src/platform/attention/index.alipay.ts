import chimeFile from "../../assets/sound/chime.wav";
import type { Attention } from "./attention-port";

let player: ReturnType<typeof my.createInnerAudioContext> | null = null;

export const attention: Attention = {
  chime() {
    player ??= my.createInnerAudioContext();
    player.src = chimeFile;
    player.play();
  },
  buzz: () => my.vibrateLong({}),
};
