import type { IncomingMessage } from "node:http";

/** IPv4 addresses as IPv6 sockets show them. */
const plain = (address: string): string => address.replace(/^::ffff:/, "");

/**
 * Who is calling: the peer, or what the nearest of our own proxies says. Of X-Forwarded-For only the last entry is ours;
 * what stands before it was written by the caller.
 */
export function addressOf(req: IncomingMessage, trustedProxies: ReadonlySet<string>): string {
  const peer = plain(req.socket.remoteAddress ?? "");
  if (!trustedProxies.has(peer)) return peer;
  const forwarded = [req.headers["x-forwarded-for"] ?? []].flat().join(",");
  return plain(forwarded.split(",").at(-1)?.trim() || peer);
}

/** The request was made on this machine and not through a proxy. */
export const isLocal = (req: IncomingMessage): boolean =>
  ["127.0.0.1", "::1"].includes(plain(req.socket.remoteAddress ?? "")) &&
  req.headers["x-forwarded-for"] === undefined;
