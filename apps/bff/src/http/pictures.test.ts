import { type ClientRequest, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { err, ok } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import express from "express";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { App } from "../app.ts";
import { pictures } from "./pictures.ts";
import type { WebParts } from "./web-app.ts";

const campusId = "cmp_00000000000000000001";
let server: Server;
let port: number;
let open: ClientRequest[];
let tries: number;
let mostTries: number;

/** Whoever comes is the account that its token names, and may complain. */
const app = {
  identity: { session: async (accountId: string) => ok({ campusId, accountId, roles: [] }) },
  pictures: {
    admit: async () => {
      tries += 1;
      return tries > mostTries ? err({ kind: "tooManyPictures" }) : ok(null);
    },
    upload: async () => ok({ pictureId: "pic_00000000000000000001", url: "/" }),
  },
} as unknown as App;

beforeEach(async () => {
  [tries, mostTries, open] = [0, Number.POSITIVE_INFINITY, []];
  const parts = { app, transport: { traceOf: () => "" }, production: false, trustedProxies: new Set() };
  server = createServer(express().use(pictures(parts as unknown as WebParts, "http://127.0.0.1")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const one of open) one.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** An upload whose end does not come, as over a broken line. */
function beginUpload(account: string): void {
  const headers = {
    authorization: `Bearer ${account}`,
    "content-type": "multipart/form-data; boundary=x",
    "content-length": 1_000,
  };
  const one = request({ port, host: "127.0.0.1", method: "POST", path: "/pictures?kind=afterSale", headers });
  one.on("error", () => {});
  one.write("--x\r\n");
  open.push(one);
}
async function upload(account: string): Promise<[number, string | undefined]> {
  const form = new FormData();
  form.set("file", new Blob(["picture"]), "a.png");
  const headers = { authorization: `Bearer ${account}` };
  const answer = await fetch(`http://127.0.0.1:${port}/pictures?kind=afterSale`, {
    ...{ method: "POST", body: form, headers },
  });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

it("takes in three pictures of an account at once, and the next when one has come or is given up", async () => {
  for (let count = 0; count < 3; count += 1) beginUpload("lin");
  await until(async () => tries === 3);
  expect(await upload("lin")).toEqual([503, "PICTURES_BUSY"]);
  expect(await upload("zhou")).toEqual([201, undefined]);
  open[0]?.destroy();
  await until(async () => (await upload("lin"))[0] === 201);
});

it("takes in a dozen pictures of all accounts at once", async () => {
  for (let count = 0; count < 12; count += 1) beginUpload(`student-${count}`);
  await until(async () => tries === 12);
  expect(await upload("lin")).toEqual([503, "PICTURES_BUSY"]);
  open[0]?.destroy();
  await until(async () => (await upload("lin"))[0] === 201);
});

it("counts a try before it reads, and reads nothing of one too many", async () => {
  mostTries = 1;
  expect(await upload("lin")).toEqual([201, undefined]);
  expect(await upload("lin")).toEqual([429, "TOO_MANY_PICTURES"]);
  // Nobody is kept out for long by having been refused.
  mostTries = 9;
  for (let count = 0; count < 4; count += 1) expect((await upload("lin"))[0]).toBe(201);
});
