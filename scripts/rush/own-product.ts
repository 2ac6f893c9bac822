import path from "node:path";
import { freePort } from "@sanqi/local-postgres";
import { startChild } from "../child.ts";
import { startBelow } from "./below.ts";
import type { Place } from "./world.ts";

export type OwnProduct = {
  readonly place: Place;
  readonly databaseUrl: string;
  readonly consolePassword: string | null;
  stop(): Promise<void>;
};

/** The program that each process of a rush's own product runs. */
export const bffProgram = path.join(import.meta.dirname, "bff-process.ts");

/**
 * A product for one rush: PostgreSQL, platforms and BFF as processes of their own, on free ports, at lunch time. `stop` ends
 * all of it and deletes its data; it is safe to call at any moment.
 */
export async function startOwnProduct(onDeath: (what: string) => void): Promise<OwnProduct> {
  const below = await startBelow(onDeath);
  const { databaseUrl, sandboxUrl, env, keep, stop, now } = below;
  try {
    const port = await freePort();
    const bff = await startChild<{ port: number; consolePassword: string | null }>(
      bffProgram,
      { ...env, PORT: String(port) },
      { exit: (code) => onDeath(`the BFF stopped with ${code}`), spawn: keep },
    );
    const { consolePassword } = bff.ready;
    const place = { url: `http://127.0.0.1:${bff.ready.port}`, sandbox: sandboxUrl, now };
    return { place, databaseUrl, consolePassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
