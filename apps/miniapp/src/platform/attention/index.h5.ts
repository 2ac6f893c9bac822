import type { Attention } from "./attention-port";

let audio: AudioContext | null = null;

/** Two soft tones; a browser that has not been tapped yet stays silent by its own rule. */
function tones(): void {
  audio ??= new AudioContext();
  for (const [index, frequency] of [880, 1174.7].entries()) {
    const from = audio.currentTime + index * 0.18;
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.3, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.4);
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.42);
  }
}

export const attention: Attention = {
  chime() {
    try {
      tones();
    } catch {
      // no audio device: the screen shows the order anyway
    }
  },
  // browsers refuse it, and complain, before the first touch
  buzz: () => void (navigator.userActivation?.hasBeenActive !== false && navigator.vibrate?.(300)),
};
