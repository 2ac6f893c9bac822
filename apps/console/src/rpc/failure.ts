import type { AppRouter } from "@sanqi/bff";
import type { Words } from "@sanqi/kernel";
import { TRPCClientError } from "@trpc/client";

/** Why a call failed, as a person reads it. `retryAt` (epoch ms) where the server locks further tries. */
export type Failure = {
  readonly code: string;
  readonly words: Words;
  readonly traceId: string;
  readonly retryAt: number | null;
};

const offline: Failure = {
  code: "NETWORK_UNREACHABLE",
  words: {
    zh: "连不上服务器，请检查网络；恢复后会自动重试",
    en: "The server cannot be reached; check the network, it is tried again by itself",
  },
  traceId: "",
  retryAt: null,
};

/** Reads the error shape of the API; anything else means that no answer came. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return offline;
  const sanqi = (error as TRPCClientError<AppRouter>).data?.sanqi;
  if (!sanqi) return offline;
  const { failure } = sanqi;
  return {
    code: sanqi.code,
    words: { zh: sanqi.zh, en: sanqi.en },
    traceId: sanqi.traceId,
    retryAt: failure?.kind === "tooManyAttempts" ? failure.retryAt : null,
  };
}

/** The session has ended, or never was one of the console. */
export const isSignedOut = (error: unknown): boolean =>
  ["SESSION_INVALID", "NOT_ALLOWED"].includes(failureOf(error).code);

export const isOffline = (error: unknown): boolean => failureOf(error).code === offline.code;
