const tones = ["brand", "food", "success", "warning"] as const;
const shapes = ["circle", "square", "diamond", "pill"] as const;

export type PickupLook = { tone: (typeof tones)[number]; shape: (typeof shapes)[number] };

/** Colour and shape of a code, always the same for the same digits: at a busy door they are seen before digits are read. */
export function pickupLook(code: string): PickupLook {
  const digits = [...code].map(Number).filter((digit) => !Number.isNaN(digit));
  const sum = digits.reduce((total, digit) => total + digit, 0);
  const odd = digits.filter((digit) => digit % 2 === 1).length;
  return { tone: tones[sum % tones.length] ?? "brand", shape: shapes[odd % shapes.length] ?? "circle" };
}
