const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The colour a share (0 to 1) of the way from one "#rrggbb" to another. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  return `#${channels(from)
    .map((value, index) => Math.round(value + ((target[index] ?? value) - value) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** Warm light: towards cream, never towards plain white. */
export const lit = (hex: string, share = 0.25) => mix(hex, "#fff3cc", share);

/** Warm shade: darkens each channel, red least, so that food stays saturated and never looks grey. */
export const shaded = (hex: string, share = 0.22): string => {
  const loss = [0.66, 1, 1.2];
  return `#${channels(hex)
    .map((value, index) => Math.round(value * Math.max(0, 1 - share * (loss[index] ?? 1))))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
};
