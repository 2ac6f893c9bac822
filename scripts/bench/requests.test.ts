import { expect, it } from "vitest";
import { guestToken } from "./guests.ts";
import { type BenchCart, keyOf, orderRequests, postRequest, readRequest } from "./requests.ts";

const cart = (dishId: string, totalFen: number): BenchCart => ({
  shopId: "shp_1",
  placeId: "plc_1",
  lines: [{ dishId, quantity: 1, choices: ["size:大"] }],
  totalFen,
});
const target = { port: 8080, path: "/orders", campusId: "cmp_1" };
const parts = (request: string) => {
  const [head = "", body = ""] = request.split("\r\n\r\n");
  return { head: head.split("\r\n"), body };
};

it("gives each guest an order with a key and a token of their own, and a length that fits", () => {
  const request = orderRequests(target, [cart("dsh_a", 1200), cart("dsh_b", 900)]);
  const { head, body } = parts(request(3));
  expect(head[0]).toBe("POST /orders HTTP/1.1");
  expect(head).toContain(`authorization: Bearer ${guestToken("cmp_1", 3)}`);
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({
    key: keyOf(3),
    expectedTotalFen: 900,
    lines: [{ dishId: "dsh_b", choices: ["size:大"] }],
  });
  expect(JSON.parse(parts(request(4)).body)).toMatchObject({ key: keyOf(4), expectedTotalFen: 1200 });
});

it("writes reads and commands", () => {
  expect(parts(readRequest({ ...target, path: "/orders/ord_1?seen=2" }, 1)).head[0]).toBe(
    "GET /orders/ord_1?seen=2 HTTP/1.1",
  );
  const { head, body } = parts(postRequest(target, 1, '{"words":"好"}'));
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
});
