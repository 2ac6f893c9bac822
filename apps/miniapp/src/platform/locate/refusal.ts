import type { LocateRefusal } from "./locate-port";

/** Hosts say "denied" in several ways; everything else means that there is no position at the moment. */
export function refusal(failure: unknown): LocateRefusal {
  const said = failure as { errMsg?: string; errorMessage?: string; error?: number | string } | null;
  const detail = String(said?.errMsg ?? said?.errorMessage ?? said?.error ?? "");
  return { kind: /den(y|ied)|auth|拒绝|2001/i.test(detail) ? "denied" : "unavailable", detail };
}
