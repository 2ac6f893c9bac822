import { reach } from "@sanqi/resilience";
import { type ToldPart, takeShareResults } from "../domain/sharing.ts";
import type { SharingDeps } from "./sharing.ts";
import type { DueShare, ShareRequest, SharingGateway } from "./sharing-ports.ts";

const reason = "校园订餐分账";
const freeReason = "分账完结";

/** One step of one share: sent, asked about, or its rest given free. What stays open is due again at `askAt`. */
export async function advanceShare(
  deps: Pick<SharingDeps, "store" | "gateways" | "clock" | "alarms">,
  share: DueShare,
  { step, askAt, traceId }: { step: "send" | "ask" | "unfreeze" | null; askAt: number; traceId: string },
): Promise<void> {
  const { store, clock, alarms } = deps;
  const { campusId, paymentId, transactionId } = share;
  if (!step || !transactionId) return store.askLater(campusId, paymentId, null);
  const gateway = deps.gateways[share.channel];
  if (step === "unfreeze") {
    const freed = await gateway.unfreeze({ paymentId, transactionId, reason: freeReason });
    reach("share.unfrozen");
    if (freed.ok) return store.restIsFree(campusId, paymentId);
    const final = freed.error.kind === "gatewayRefused";
    if (final) alarms.raise("shareRestFrozen", { paymentId, platformCode: freed.error.code });
    return store.askLater(campusId, paymentId, final ? null : askAt);
  }
  const parts = share.parts.map(({ to, amountFen }) => ({ ...to, amount: amountFen }));
  const told = await results(gateway, { paymentId, transactionId, reason, parts }, step);
  reach("share.sent");
  if (!told) return store.askLater(campusId, paymentId, askAt);
  await store.settle({
    campusId,
    paymentId,
    now: clock.now(),
    askAt,
    traceId,
    take(locked) {
      const taken = takeShareResults(locked, told);
      if (taken.kind === "mismatch") alarms.raise("shareMismatch", { paymentId });
      else raiseClosed(deps, share, taken.parts);
      return taken.kind === "mismatch" ? null : taken;
    },
  });
  reach("share.recorded");
}

/**
 * What became of each part; null: nobody knows yet. Sharing again under the same number is the platform's own way to ask about
 * a share that it does not tell of. A refusal counts only where it knows of none: an earlier call may have been carried out.
 */
async function results(
  gateway: SharingGateway,
  request: ShareRequest,
  step: "send" | "ask",
): Promise<readonly ToldPart[] | null> {
  const asked = step === "ask" ? await gateway.query(request) : null;
  if (asked && (!asked.ok || asked.value)) return asked.ok ? asked.value : null;
  const shared = await gateway.share(request);
  if (shared.ok) return shared.value;
  if (shared.error.kind === "gatewayUnknown") return null;
  const failure = shared.error.code;
  const known = await gateway.query(request);
  if (!known.ok) return null;
  // Nobody received anything: the money goes by pay-out.
  return (
    known.value ??
    request.parts.map(({ account, amount }) => ({ account, amountFen: amount, result: "closed", failure }))
  );
}

function raiseClosed(
  { alarms }: Pick<SharingDeps, "alarms">,
  share: DueShare,
  parts: readonly { party: string; result: string; failure: string | null }[],
): void {
  if (parts.some((part) => part.result === "pending")) return;
  for (const { party, result, failure } of parts) {
    if (result === "closed")
      alarms.raise("shareFailed", { paymentId: share.paymentId, party, platformCode: failure });
  }
}
