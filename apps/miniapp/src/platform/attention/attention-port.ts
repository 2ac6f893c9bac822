/** Draws a busy person's eye: a short chime and a buzz where the device has them. Never throws. */
export type Attention = {
  /** Once. */
  chime(): void;
  buzz(): void;
};
