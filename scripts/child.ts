import { type ChildProcess, fork } from "node:child_process";

export type Child<Ready> = { readonly ready: Ready; stop(): Promise<void>; readonly process: ChildProcess };

/**
 * Starts a program of ours, shows its `{ notice: … }` and waits until it says `{ ready: … }` over IPC. It gets a process group of its own, so that
 * Ctrl-C reaches only us and we stop things in order.
 */
export function startChild<Ready>(
  file: string,
  env: NodeJS.ProcessEnv,
  on: { exit: (code: number | null) => void; spawn?: (stop: () => Promise<void>) => void },
): Promise<Child<Ready>> {
  const child = fork(file, [], { env, detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let stopping = false;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    stopping = true;
    child.kill("SIGTERM");
    await gone;
  };
  // Told before it is ready: whoever stops everything meanwhile must stop this, too.
  on.spawn?.(stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`${file} stopped with ${code} before it was ready`));
      if (!stopping) on.exit(code);
    });
    child.on("message", (message: { ready?: Ready; notice?: string }) => {
      if (message.notice) console.error(message.notice);
      if (message.ready) resolve({ ready: message.ready, stop, process: child });
    });
  });
}
