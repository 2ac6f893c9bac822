import { err, type Host, minute, second } from "@sanqi/kernel";
import { type BreakerRules, type Guard, Resting } from "@sanqi/resilience";
import type { HostMessenger, HostMessengers } from "./ports.ts";

/**
 * When the messages to one host are given a rest. Nobody waits for a message in front of a screen, so it takes many failures;
 * but one host that answers slowly must not hold all those who wait in its line.
 */
export const messageRules = {
  windowMs: minute,
  minCalls: 10,
  failureShare: 0.5,
  slowMs: 500,
  restMs: 10 * second,
  goodProbes: 1,
} as const satisfies BreakerRules;

type Sent = Awaited<ReturnType<HostMessenger["send"]>>;
/** A refusal is an answer: a host that says no is well. */
const failed = (sent: Sent) =>
  !sent.ok && (sent.error.kind === "hostBusy" || sent.error.kind === "sendUnknown");

/**
 * Sends through the host's guard. A slow answer counts as failed there, and is taken all the same: giving up on it would make
 * the message ambiguous.
 */
export async function sendThrough(
  deps: { readonly messengers: HostMessengers; readonly guards: Readonly<Record<Host, Guard>> },
  host: Host,
  request: Parameters<HostMessenger["send"]>[0],
): Promise<Sent> {
  try {
    return await deps.guards[host].run(() => deps.messengers[host].send(request), failed);
  } catch (error) {
    if (error instanceof Resting) return err({ kind: "hostBusy", detail: error.message });
    throw error;
  }
}
