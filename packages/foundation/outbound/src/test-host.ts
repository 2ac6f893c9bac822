import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Takes the request and never answers. */
  | "silence"
  /** Takes the request and drops the connection. */
  | "cut";

export type TestHost = {
  readonly url: string;
  readonly received: Received[];
  reply: (request: Received) => Reply;
  close(): Promise<void>;
};

/** A real HTTP server on a free port that plays the platform in tests; `reply` may be exchanged at any time. */
export async function startTestHost(): Promise<TestHost> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const got: Received = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(parts).toString("utf8"),
    };
    received.push(got);
    const reply = host.reply(got);
    if (reply === "silence") return;
    if (reply === "cut") return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(reply.body ?? "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const host: TestHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    reply: () => ({ status: 404 }),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return host;
}

export const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
