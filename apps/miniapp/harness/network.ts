import { WebSocket } from "ws";

/** Why the phone got no answer. */
export class NoAnswer extends Error {}

export type Answer = { status: number; headers: Record<string, string>; text: string };
export type Ask = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | FormData;
  signal: AbortSignal;
};
export type SocketEvents = {
  opened(): void;
  said(text: string): void;
  failed(why: string): void;
  closed(code: number, reason: string): void;
};
export type Socket = { send(text: string): void; close(code?: number, reason?: string): void };

export type Network = {
  /** False plays a phone without reception. */
  connected: boolean;
  ask(ask: Ask): Promise<Answer>;
  open(url: string, events: SocketEvents): Socket;
  /** Every address that was asked for, with the origin of the build. */
  readonly asked: string[];
  /** Where a compiled-in address really leads. */
  place(url: string): string;
  close(): void;
};

/**
 * Real HTTP and WebSocket. A build has its server's origin compiled in; that one origin leads to `serverUrl`, and any
 * other is refused, as a host refuses what is not on the app's list of domains.
 */
export function createNetwork(builtFor: string, serverUrl: string): Network {
  const sockets = new Set<WebSocket>();
  const asked: string[] = [];
  const place = (url: string) => {
    const web = url.replace(/^ws/, "http");
    if (!web.startsWith(`${builtFor}/`)) throw new NoAnswer("url not in domain list");
    const real = serverUrl + web.slice(builtFor.length);
    return url.startsWith("ws") ? real.replace(/^http/, "ws") : real;
  };
  const network: Network = {
    connected: true,
    asked,
    place,
    async ask({ url, method, headers, body, signal }) {
      asked.push(url);
      if (!network.connected) throw new NoAnswer("network is down");
      const real = place(url);
      const response = await fetch(real, {
        method,
        headers,
        signal,
        ...(body === undefined ? {} : { body }),
      }).catch((error: Error) => {
        throw new NoAnswer(error.name === "AbortError" ? "abort" : error.message);
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    },
    open(url, events) {
      asked.push(url);
      let socket: WebSocket | null = null;
      if (network.connected) {
        socket = new WebSocket(place(url));
        sockets.add(socket);
        socket.on("open", events.opened);
        socket.on("message", (data, isBinary) => {
          if (!isBinary) events.said(String(data));
        });
        socket.on("error", (error) => events.failed(error.message));
        socket.on("close", (code, reason) => {
          if (socket) sockets.delete(socket);
          events.closed(code, String(reason));
        });
      } else setImmediate(() => events.failed("network is down"));
      return {
        send: (text) => socket?.send(text),
        close: (code, reason) => socket?.close(code ?? 1000, reason ?? ""),
      };
    },
    close() {
      for (const socket of sockets) {
        socket.removeAllListeners();
        socket.on("error", () => undefined);
        socket.terminate();
      }
      sockets.clear();
    },
  };
  return network;
}
