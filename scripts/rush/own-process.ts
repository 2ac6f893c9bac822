import { type Child, startChild } from "../child.ts";
import { bffProgram } from "./own-product.ts";

type Ready = { readonly port: number; readonly consolePassword: string | null };

/** One process of a product that has several; it may be killed and comes back with the same settings. */
export type OneProcess = {
  readonly name: string;
  readonly port: number;
  /** Set where this process made the console's first operator. */
  readonly consolePassword: string | null;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it anew and waits until it is ready. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts one process of the product; tells of an end that nobody asked for. */
export async function startOne(
  who: { name: string; port: number; env: NodeJS.ProcessEnv },
  onDeath: (what: string) => void,
): Promise<OneProcess> {
  const { name, port } = who;
  let wanted = true;
  const start = (): Promise<Child<Ready>> =>
    startChild<Ready>(
      bffProgram,
      { ...who.env, PORT: String(port) },
      { exit: (code) => wanted && onDeath(`${name} stopped with ${code}`) },
    );
  let child = await start();
  return {
    ...{ name, port, consolePassword: child.ready.consolePassword },
    async kill() {
      wanted = false;
      const gone = new Promise<void>((resolve) => child.process.once("exit", () => resolve()));
      child.process.kill("SIGKILL");
      await gone;
    },
    async restart() {
      child = await start();
      wanted = true;
    },
    async stop() {
      wanted = false;
      if (child.process.exitCode === null && child.process.signalCode === null) await child.stop();
    },
  };
}
