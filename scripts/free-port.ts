import { createServer } from "node:net";

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** The wanted port, or the next free one; says so when it is not the wanted one. */
export async function portFrom(wanted: number, what: string): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (!(await isFree(port))) continue;
    if (port !== wanted) console.error(`! port ${wanted} is taken: ${what} uses ${port}`);
    return port;
  }
  throw new Error(`no free port for ${what} from ${wanted} to ${wanted + 99}`);
}
