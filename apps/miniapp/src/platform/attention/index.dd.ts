import type { Attention } from "./attention-port";

/** DingTalk's client list has vibration but no player for short sounds, so the chime is a second buzz. */
export const attention: Attention = {
  chime: () => dd.vibrate({}),
  buzz: () => dd.vibrate({}),
};
