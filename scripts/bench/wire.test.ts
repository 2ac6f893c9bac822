import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { openLane, readAnswer } from "./wire.ts";

const whole = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 6\r\n\r\n满满";

it("waits for the last byte of an answer and leaves the next one alone", () => {
  const bytes = Buffer.from(whole);
  for (let cut = 0; cut < bytes.length; cut += 1) expect(readAnswer(bytes.subarray(0, cut))).toBeNull();
  const two = Buffer.concat([bytes, Buffer.from("HTTP/1.1 200 OK\r\n")]);
  expect(readAnswer(two)).toEqual({
    answer: { status: 429, retryAfterMs: 2_000, body: "满满" },
    bytes: bytes.length,
  });
});

it("reads an answer in chunks", () => {
  const bytes = Buffer.from(
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
  );
  for (let cut = 0; cut < bytes.length; cut += 1)
    expect(readAnswer(bytes.subarray(0, cut))?.answer.body ?? null).toBeNull();
  expect(readAnswer(bytes)?.answer.body).toBe("abc0123456789");
});

it("keeps its connection, and fails when nobody answers", async () => {
  let connections = 0;
  const server = createServer((req, res) => {
    if (req.url === "/never") return;
    res.end(`${req.method} ${req.url}`);
  }).on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const lane = openLane({ port, patienceMs: 200 });
  const get = (path: string) => lane.send(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  expect((await get("/a")).body).toBe("GET /a");
  expect((await get("/b")).body).toBe("GET /b");
  expect(connections).toBe(1);
  await expect(get("/never")).rejects.toThrow("timeout");
  expect(lane.open).toBe(false);
  await expect(get("/c")).rejects.toThrow("closed");
  server.close();
});
