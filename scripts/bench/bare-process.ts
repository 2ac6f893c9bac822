/** A bare node:http server that answers every request with the same bytes: what Node itself can do here. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = Buffer.from(process.env.SANQI_BENCH_BODY ?? "", "base64");
/** As many headers as the product's answer has, of the same lengths. */
const headers = JSON.parse(process.env.SANQI_BENCH_HEADERS ?? "{}") as Record<string, string>;
const server = createServer((_req, res) => {
  res.writeHead(200, { ...headers, "content-length": body.length });
  res.end(body);
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ ready: { port: (server.address() as AddressInfo).port } }),
);
process.on("disconnect", () => process.exit(0));
process.once("SIGTERM", () => process.exit(0));
