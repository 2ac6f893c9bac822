import { ok } from "@sanqi/kernel";
import type { NumberRelay } from "./ports.ts";

/**
 * A relay for demos and tests: every binding gets an extension of one given line ("line,1234"; a phone dials the part after
 * the comma as an extension), and nothing rings. Production needs a real one.
 */
export function createRehearsalRelay(line: string): NumberRelay {
  const taken = new Map<string, string>();
  let next = 1_000;
  return {
    async bind({ campusId, orderId, caller }) {
      const key = `${campusId}/${orderId}/${caller}`;
      const extension = taken.get(key) ?? String(next++);
      taken.set(key, extension);
      return ok({ number: `${line},${extension}` });
    },
    async unbind({ campusId, orderId, number }) {
      for (const [key, extension] of taken)
        if (key.startsWith(`${campusId}/${orderId}/`) && number === `${line},${extension}`) taken.delete(key);
    },
  };
}
