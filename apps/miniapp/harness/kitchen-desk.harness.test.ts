import { describe, expect, it } from "vitest";
import { openShop } from "../../bff/src/scenarios/lunch.ts";
import { placeAndCollect, placeToCollect } from "../../bff/src/scenarios/pickup.ts";
import { tap, type } from "./gestures.ts";
import type { MiniProgram } from "./mini-program.ts";
import { expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";
import { textOf } from "./tree.ts";

const on = onStage();
/** Who cooks for the shop of the journeys, by host. */
const cookOf = { weapp: "chef-tinglan", alipay: "chef-tinglan-two" } as const;
const kitchenHosts = hosts.filter((host) => host in cookOf) as (keyof typeof cookOf)[];

const student = () => on.stage().as("weapp", personOf.weapp);
const shopId = () => on.stage().ids.shops.of(openShop);
const open = (host: keyof typeof cookOf, page: string) =>
  on.start(on.phone(host, cookOf[host]), `pages/merchant/${page}/index`);

/** The cook works in several shops; what is typed before the change of shop is there would be lost. */
async function chooseShop(program: MiniProgram): Promise<void> {
  const tab = `tab-${shopId()}`;
  await tap(program, tab);
  await seen(program, (screen) => screen.find(tab)?.className.includes("is-selected"));
}

/** One figure after the other: each has to be on the screen before the next is touched. */
async function typeCode(program: MiniProgram, code: string): Promise<void> {
  for (const figure of code) {
    const before = screenOf(program).lines().join();
    await tap(program, `key-${figure}`);
    await seen(program, (screen) => screen.lines().join() !== before);
  }
}

describe.each(kitchenHosts)("the kitchen's desk of the compiled mini-program in %s", (host) => {
  it("cooks an order and hands it over against the student's code only", async () => {
    const person = await student();
    const orderId = await placeToCollect(on.stage(), person);
    const board = open(host, "board");
    await tap(board, `accept-${orderId}`);
    await tap(board, "tab-cooking");
    await tap(board, `start-${orderId}`);
    await seen(board, (screen) => !screen.find(`start-${orderId}`));
    await tap(board, `ready-${orderId}`);
    await tap(board, "tab-ready");
    await tap(board, `handover-${orderId}`);
    await seen(board, (screen) => screen.find("handover-confirm"));
    const { pickupCode } = await person.api.orders.get.query({ orderId });
    await typeCode(board, String((Number(pickupCode) + 1) % 10_000).padStart(4, "0"));
    await tap(board, "handover-confirm");
    await seen(board, (screen) => textOf(screen.find("code-said") as never) !== "");
    await typeCode(board, pickupCode ?? "");
    await tap(board, "handover-confirm");
    await seen(board, (screen) => !screen.find(`handover-${orderId}`));
    expect(await person.api.orders.get.query({ orderId })).toMatchObject({ stage: "delivered" });
    expectSound(board);
  });

  it("gives a dish another price", async () => {
    const cook = await on.stage().as("weapp", cookOf.weapp);
    const menu = () => cook.api.merchant.editableMenu.query({ shopId: shopId() });
    const [dish] = (await menu()).dishes;
    const priceFen = (dish?.priceFen ?? 0) + 50;
    const program = open(host, "menu");
    await chooseShop(program);
    await tap(program, `open-${dish?.dishId}`);
    await tap(program, "dish-edit");
    await seen(program, (screen) => screen.route() === "pages/merchant/dish/index");
    await type(program, "dish-price", (priceFen / 100).toFixed(2));
    await tap(program, "save");
    await seen(program, (screen) => screen.route() === "pages/merchant/menu/index");
    expect((await menu()).dishes.find(({ dishId }) => dishId === dish?.dishId)?.priceFen).toBe(priceFen);
    expectSound(program);
  });

  it("agrees to a complaint with the amount that it showed", async () => {
    const person = await student();
    const cook = await on.stage().as("weapp", cookOf.weapp);
    const orderId = await placeAndCollect(on.stage(), { student: person, cook });
    await person.api.orders.complain.mutate({
      ...{ orderId, reason: "missing", words: "少了一份", items: [{ line: 0, quantity: 1 }] },
    });
    const program = open(host, "complaints");
    await tap(program, `agree-${orderId}`);
    const label = textOf(await seen(program, (screen) => screen.find("agree-confirm")));
    await tap(program, "agree-confirm");
    await seen(program, (screen) => !screen.find(`agree-${orderId}`));
    await on.stage().product.idle();
    const { refunds } = await person.api.orders.get.query({ orderId });
    expect(refunds.map(({ fen }) => `确认退 ¥${(fen / 100).toFixed(2)}`)).toEqual([label]);
    expectSound(program);
  });

  it("shows the code of a new table", async () => {
    const program = open(host, "tables");
    await chooseShop(program);
    await type(program, "table-name", `${host}-1`);
    // a button without a name to add takes no tap
    await seen(program, (screen) => !screen.find("table-add")?.className.includes("is-disabled"));
    await tap(program, "table-add");
    const row = await seen(
      program,
      (screen) => screen.all((node) => /^table-tbl_/.test(node.id) && textOf(node).includes(host))[0],
    );
    await tap(program, row);
    expect((await seen(program, (screen) => screen.find("table-code"))).tag).toBe("image");
    expectSound(program);
  });
});
