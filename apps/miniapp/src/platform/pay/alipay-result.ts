import type { PayOutcome } from "./pay-port";

/**
 * Alipay's result codes, the same in its own app and in DingTalk: 9000 paid, 8000 still processing and 6004 outcome not
 * known (both must be asked for), 6001 left by the person, 4000 failed, 5000 sent twice, 6002 network.
 */
export function alipayOutcome(code: string): PayOutcome {
  if (code === "9000") return "paid";
  if (code === "6001") return "cancelled";
  return code === "8000" || code === "6004" || code === "5000" || code === "6002" ? "unknown" : "failed";
}
