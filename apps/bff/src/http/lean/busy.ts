import type { TRPCError } from "@trpc/server";
import { ExpectedError } from "../../rpc/procedures.ts";

/** Seconds after which to come again, where that is why a call was refused: for the Retry-After header. */
export function busyFor({ cause }: Pick<TRPCError, "cause">): number | null {
  if (!(cause instanceof ExpectedError) || cause.failure.kind !== "busy") return null;
  return cause.failure.retryAfterSeconds;
}
