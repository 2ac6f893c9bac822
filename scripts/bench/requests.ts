import { guestToken } from "./guests.ts";

/** A cart that was quoted: what a guest orders, and what he expects to pay. */
export type BenchCart = {
  readonly shopId: string;
  readonly placeId: string;
  readonly lines: readonly { dishId: string; quantity: number; choices: readonly string[] }[];
  readonly totalFen: number;
};

/** The key under which guest n orders: the same in each repetition of one order. */
export const keyOf = (n: number): string => `bench-key-${String(n).padStart(12, "0")}`;

/** The body that the mini-program sends to place an order. */
export const orderBody = (cart: BenchCart, key: string): string =>
  JSON.stringify({
    shopId: cart.shopId,
    placeId: cart.placeId,
    lines: cart.lines,
    key,
    note: "",
    cutlery: 1,
    contactPhone: "13800138000",
    expectedTotalFen: cart.totalFen,
  });

export type Target = { readonly port: number; readonly path: string; readonly campusId: string };

/** Guest n's order as bytes on the wire; all that can be made once is made once. */
export function orderRequests(target: Target, carts: readonly BenchCart[]): (n: number) => string {
  // Keys are all of one length, so the halves around them can stand ready.
  const mark = keyOf(0);
  const halves = carts.map((cart) => {
    const body = orderBody(cart, mark);
    const [before = "", after = ""] = body.split(mark);
    return { before, after, bytes: Buffer.byteLength(body) };
  });
  const top = `POST ${target.path} HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\ncontent-type: application/json\r\n`;
  return (n) => {
    const half = halves[n % halves.length];
    if (!half) throw new Error("no cart");
    const token = guestToken(target.campusId, n);
    return `${top}authorization: Bearer ${token}\r\ncontent-length: ${half.bytes}\r\n\r\n${half.before}${keyOf(n)}${half.after}`;
  };
}

/** A read as guest n. */
export const readRequest = (target: Target, n: number): string =>
  `GET ${target.path} HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\nauthorization: Bearer ${guestToken(target.campusId, n)}\r\n\r\n`;

/** A command as guest n. */
export const postRequest = (target: Target, n: number, body: string): string =>
  `POST ${target.path} HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\ncontent-type: application/json\r\nauthorization: Bearer ${guestToken(target.campusId, n)}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
