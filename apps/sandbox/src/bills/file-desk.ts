import type { Clock } from "@sanqi/kernel";
import { token } from "../signing.ts";

type BillFile = { readonly read: () => Uint8Array | Promise<Uint8Array>; readonly expiresAt: number };

/** Hands out bill files under links that end by themselves. */
export type FileDesk = {
  /** A token for the link; good for `lifeMs`. */
  put(read: BillFile["read"], lifeMs: number): string;
  /** The file's bytes; null for a link that ended or never was. */
  take(token: string): Promise<Uint8Array | null>;
};

export function createFileDesk(clock: Clock): FileDesk {
  const files = new Map<string, BillFile>();
  return {
    put(read, lifeMs) {
      const now = clock.now();
      for (const [name, file] of files) if (file.expiresAt < now) files.delete(name);
      const name = token(32);
      files.set(name, { read, expiresAt: now + lifeMs });
      return name;
    },
    async take(name) {
      const file = files.get(name);
      return file === undefined || file.expiresAt < clock.now() ? null : file.read();
    },
  };
}
