/** Thousands of order pages that are open: WebSockets as the mini-programs hold them, in a process of their own. */
import type { Receipt, Watched } from "./watchers.ts";

const receipts: Receipt[] = [];
const sockets: WebSocket[] = [];
/** So many handshakes at once. */
const lanes = 32;

type Said = { result?: { type?: string; data?: { order?: { version?: number } } }; error?: unknown };

function open(port: number, { token, orderId, version }: Watched): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/trpc?connectionParams=1`);
    sockets.push(socket);
    socket.addEventListener("error", () => reject(new Error(`no socket for ${orderId}`)));
    socket.addEventListener("open", () => {
      socket.send(JSON.stringify({ method: "connectionParams", data: { token } }));
      const params = { path: "orders.watch", input: { orderId, version } };
      socket.send(JSON.stringify({ id: 1, method: "subscription", params }));
    });
    socket.addEventListener("message", ({ data }) => {
      const at = performance.timeOrigin + performance.now();
      const text = String(data);
      if (text === "PING") return socket.send("PONG");
      const said = JSON.parse(text) as Said;
      if (said.error) return reject(new Error(text.slice(0, 300)));
      if (said.result?.type === "started") return resolve();
      const seen = said.result?.data?.order?.version;
      if (seen !== undefined) receipts.push([orderId, seen, at]);
    });
  });
}

async function openAll(port: number, watched: readonly Watched[]): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let one = watched[next++]; one; one = watched[next++]) await open(port, one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

process.on("message", (asked: { port: number; watched: Watched[] } | "collect") => {
  if (asked === "collect") return void process.send?.({ receipts });
  openAll(asked.port, asked.watched).then(
    () => process.send?.({ opened: true }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
const end = () => {
  for (const socket of sockets) socket.close();
  process.exit(0);
};
process.on("disconnect", end);
process.once("SIGTERM", end);
process.send?.({ ready: {} });
