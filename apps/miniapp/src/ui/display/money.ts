/**
 * Splits fen into what is printed. `exact` keeps both decimals (totals, receipts); otherwise trailing zeros go.
 * @example printFen(1250) // { sign: "", yuan: "12", decimals: ".5" }
 */
export function printFen(amount: number, exact = false): { sign: string; yuan: string; decimals: string } {
  const whole = Math.abs(Math.trunc(amount));
  const cents = String(whole % 100).padStart(2, "0");
  const short = cents === "00" ? "" : `.${cents.replace(/0$/, "")}`;
  return {
    sign: amount < 0 ? "-" : "",
    yuan: String(Math.floor(whole / 100)),
    decimals: exact ? `.${cents}` : short,
  };
}

/** "¥12.50", for sentences and labels. */
export function yuan(amount: number, exact = true): string {
  const print = printFen(amount, exact);
  return `${print.sign}¥${print.yuan}${print.decimals}`;
}
