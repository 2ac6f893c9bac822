import { connect, type Socket } from "node:net";

export type Answer = { readonly status: number; readonly retryAfterMs: number | null; readonly body: string };

/** One kept connection on which one request at a time is under way. */
export type Lane = {
  /** Fails when the connection ends, or when no answer came in `patienceMs`; the lane is then closed. */
  send(request: string | Buffer): Promise<Answer>;
  readonly open: boolean;
  close(): void;
};

const headerEnd = Buffer.from("\r\n\r\n");

function unchunked(raw: Buffer): { body: string; end: number } | null {
  let at = 0;
  const parts: Buffer[] = [];
  for (;;) {
    const line = raw.indexOf("\r\n", at);
    if (line < 0) return null;
    const size = Number.parseInt(raw.toString("latin1", at, line), 16);
    const from = line + 2;
    if (!Number.isFinite(size)) throw new Error("an answer with a chunk of no size");
    if (raw.length < from + size + 2) return null;
    if (size === 0) return { body: Buffer.concat(parts).toString(), end: from + 2 };
    parts.push(raw.subarray(from, from + size));
    at = from + size + 2;
  }
}

/** The first whole HTTP/1.1 answer of what has arrived, with the number of its bytes; null while some are missing. */
export function readAnswer(raw: Buffer): { answer: Answer; bytes: number } | null {
  const end = raw.indexOf(headerEnd);
  if (end < 0) return null;
  const head = raw.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const header = (name: string) => new RegExp(`\\r\\n${name}: *([^\\r]*)`, "i").exec(head)?.[1] ?? null;
  const wait = header("retry-after");
  const retryAfterMs = wait === null ? null : Number(wait) * 1_000;
  const from = end + 4;
  const length = header("content-length");
  if (length !== null) {
    const bytes = from + Number(length);
    if (raw.length < bytes) return null;
    return { answer: { status, retryAfterMs, body: raw.toString("utf8", from, bytes) }, bytes };
  }
  if (header("transfer-encoding") === null)
    return { answer: { status, retryAfterMs, body: "" }, bytes: from };
  const rest = unchunked(raw.subarray(from));
  return rest && { answer: { status, retryAfterMs, body: rest.body }, bytes: from + rest.end };
}

type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };

/**
 * A client of a few lines: the generator shares two cores with what it measures, and a full HTTP client would take a good part
 * of them.
 */
export function openLane(to: { port: number; patienceMs: number }): Lane {
  const socket: Socket = connect({ host: "127.0.0.1", port: to.port, noDelay: true });
  let waiting: Waiting | null = null;
  let arrived: Buffer | null = null;
  let open = true;
  const fail = (error: Error) => {
    open = false;
    socket.destroy();
    waiting?.reject(error);
    waiting = null;
  };
  socket.on("data", (chunk) => {
    arrived = arrived ? Buffer.concat([arrived, chunk]) : chunk;
    const found = readAnswer(arrived);
    if (!found) return;
    arrived = arrived.length > found.bytes ? arrived.subarray(found.bytes) : null;
    const done = waiting;
    waiting = null;
    done?.resolve(found.answer);
  });
  socket.setTimeout(to.patienceMs, () => fail(new Error("timeout")));
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("closed")));
  return {
    send(request) {
      if (!open) return Promise.reject(new Error("closed"));
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      });
    },
    get open() {
      return open;
    },
    close() {
      open = false;
      socket.destroy();
    },
  };
}
