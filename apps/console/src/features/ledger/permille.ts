/** 85 is "8.5%", 1000 is "100%": thousandths as people read them. */
export function percentText(permille: number): string {
  const whole = Math.floor(permille / 10);
  const tenth = permille % 10;
  return `${whole}${tenth === 0 ? "" : `.${tenth}`}%`;
}

/** Reads "8.5" or "8.5%" as thousandths, without a float; undefined where it is none, or above 100 %. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d))?%?$/.exec(text.trim());
  if (!match) return undefined;
  const permille = Number(match[1]) * 10 + Number(match[2] ?? "0");
  return permille <= 1000 ? permille : undefined;
}
