import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export type OwnProcess = {
  /** Asks it to end and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Says what it wrote last; for the case that it does not start. */
  lastWords(): string;
  readonly process: ChildProcess;
};

/** Starts a server of ours in a process group of its own: Ctrl-C in the terminal reaches only us, and we stop things in order. */
export function startOwn(command: string, args: readonly string[], cwd: string): OwnProcess {
  const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4_000);
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  child.on("error", (error) => listen(Buffer.from(error.message)));
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    lastWords: () => words,
    process: child,
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Waits until the port takes connections; throws with the server's last words when it ends before, or takes over a minute. */
export async function untilListening(own: OwnProcess, port: number, name: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await answers(port))) {
    const { exitCode, signalCode } = own.process;
    const ended = exitCode !== null || signalCode !== null || own.process.pid === undefined;
    if (ended || performance.now() > end) {
      await own.kill();
      throw new Error(`${name} did not start: ${own.lastWords().trim()}`);
    }
    await pause(50);
  }
}
