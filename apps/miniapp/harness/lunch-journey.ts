import { expect } from "vitest";
import { tap, type } from "./gestures.ts";
import type { MiniProgram } from "./mini-program.ts";
import { screenOf, seen } from "./screen.ts";
import { textOf, type ViewNode } from "./tree.ts";

/** The shop that is open at every hour, so that a run does not depend on the time of day. */
export const openShop = "dumplings";

/** First visit: the home page itself asks where to deliver. */
export async function chooseDormitory(program: MiniProgram, placeId: string): Promise<void> {
  await seen(program, (screen) => screen.find("first-place"));
  await tap(program, `place-${placeId}`);
  await seen(program, (screen) => screen.find(`shop-${openShop}`));
}

/** Home → shop; the page is in a sub-package. */
export async function openTheShop(program: MiniProgram): Promise<void> {
  await tap(program, `shop-${openShop}`);
  await seen(program, (screen) => screen.route() === "pages/order/shop/index");
  await seen(program, (screen) => dishes(screen.nodes()).length > 0);
}

const ids = (nodes: readonly ViewNode[]): ViewNode[] =>
  nodes.flatMap((node) => [node, ...ids(node.children)]);
const dishes = (nodes: readonly ViewNode[]) =>
  ids(nodes).filter((node) => /^dish-dsh_\w+(-plus|-add)$/.test(node.id));

/** Answers the first dish that asks something with what is picked already and one more choice, and adds it. */
export async function addDishWithOptions(program: MiniProgram): Promise<string> {
  const asking = await seen(program, (screen) =>
    dishes(screen.nodes()).find((node) => node.id.endsWith("-add")),
  );
  await tap(program, asking);
  await seen(program, (screen) => screen.find("option-add"));
  const choices = screenOf(program).all(
    (node) => node.id.startsWith("option-") && node.className.includes("options__choice"),
  );
  const other = choices.find((choice) => !choice.className.includes("is-selected"));
  expect(other, "a choice that is not picked yet").toBeDefined();
  await tap(program, other as ViewNode);
  const chosen = textOf(other as ViewNode).replace(/\+?¥.*$/, "");
  await seen(program, (screen) => screen.find(other?.id ?? "")?.className.includes("is-selected"));
  await tap(program, "option-add");
  await seen(program, (screen) => !screen.find("option-add"));
  return chosen;
}

/** Fills the cart to the shop's minimum, looks into it and goes to the checkout. */
export async function goToCheckout(program: MiniProgram): Promise<void> {
  for (let portion = 0; portion < 9; portion += 1) {
    const button = await seen(program, (screen) => screen.find("checkout"));
    if (!button.className.includes("is-disabled")) break;
    const before = textOf(button);
    await addDishWithOptions(program);
    await seen(program, (screen) => textOf(screen.find("checkout") as ViewNode) !== before);
  }
  await tap(program, "cart-open");
  await seen(program, (screen) => screen.find("cart-clear"));
  const inSheet = screenOf(program)
    .all((node) => node.id === "checkout")
    .at(-1);
  await tap(program, inSheet as ViewNode);
  await seen(program, (screen) => screen.route() === "pages/order/checkout/index");
}

/** Writes a note and waits for the server's price. @returns what the pay button says */
export async function fillCheckout(program: MiniProgram, note: string): Promise<string> {
  await seen(program, (screen) => screen.find("note"));
  await type(program, "note", note);
  await tap(program, "cutlery-plus");
  const button = await seen(program, (screen) => {
    const pay = screen.find("place-order");
    return pay && !pay.className.includes("is-disabled") && /^支付 ¥/.test(textOf(pay)) ? pay : null;
  });
  return textOf(button);
}

/** Pays; the host's cashier answers as the phone's person wants. Ends on the order's page. @returns the order's id */
export async function payNow(program: MiniProgram): Promise<string> {
  await tap(program, "place-order");
  await seen(program, (screen) => screen.route() === "pages/track/order/index");
  return screenOf(program).query().orderId ?? "";
}

/** Waits until the order page says this. */
export const told = (program: MiniProgram, words: string) =>
  seen(program, (screen) => screen.lines().some((line) => line.includes(words)) && words);
