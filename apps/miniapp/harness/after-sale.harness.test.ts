import { readFileSync } from "node:fs";
import path from "node:path";
import type { OrderId } from "@sanqi/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "../../bff/src/scenarios/lunch.ts";
import type { Person } from "../../bff/src/scenarios/stage.ts";
import { tap, type } from "./gestures.ts";
import * as journey from "./lunch-journey.ts";
import { expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";
import { type Staff, staffOf } from "./staff.ts";
import { textOf } from "./tree.ts";

const on = onStage();
let staff: (orderId: string) => Staff;
let cook: Person;
beforeAll(async () => {
  staff = await staffOf(on.stage());
  cook = await on.stage().as("weapp", "chef-tinglan");
});
const picture = readFileSync(path.join(import.meta.dirname, "../src/assets/tab/home.png"));

async function delivered(student: Person): Promise<OrderId> {
  const orderId = await placeAndPay(on.stage(), student);
  const work = staff(orderId);
  await work.accept();
  await work.readyForRider();
  await work.pickUp();
  await work.deliver((await student.api.orders.get.query({ orderId })).pickupCode ?? "");
  return orderId;
}

describe.each(hosts)("a complaint in %s", (host) => {
  it("goes with its picture to the kitchen, whose answer brings the money back", async () => {
    const student = await on.stage().as(host, personOf[host]);
    const orderId = await delivered(student);
    const phone = on.phone(host);
    phone.answers.picture = picture;
    const program = on.start(phone, `pages/track/order/index?orderId=${orderId}`);
    await tap(program, "complain");
    await seen(program, (screen) => screen.route() === "pages/track/after-sale/index");
    await tap(program, "reason-missing");
    await tap(program, "portion-0-plus");
    await journey.told(program, "最多可退");
    await type(program, "complaint-words", "少了一份");
    phone.network.connected = false;
    await tap(program, "picture-add");
    await seen(program, (screen) => screen.find("picture-0-retry"));
    expect(screenOf(program).find("complaint-send")?.className).toContain("is-disabled");
    phone.network.connected = true;
    await tap(program, "picture-0-retry");
    await seen(program, (screen) => {
      const send = screen.find("complaint-send");
      return send && textOf(send) === "提交售后" && !send.className.includes("is-disabled");
    });
    await tap(program, "complaint-send");
    await seen(program, (screen) => screen.route() === "pages/track/order/index");
    await journey.told(program, "等商家答复");
    const { afterSale } = await student.api.orders.get.query({ orderId });
    expect(afterSale).toMatchObject({
      state: "opened",
      reason: "missing",
      items: [{ line: 0, quantity: 1 }],
    });
    expect(afterSale?.pictureIds).toHaveLength(1);

    await cook.api.merchant.answerAfterSale.mutate({ orderId, agrees: true, words: "抱歉，漏装了" });
    await journey.told(program, "商家同意退款");
    await journey.told(program, "抱歉，漏装了");
    await seen(program, (screen) => screen.find("after-sale-refund"));
    await journey.told(program, "¥");
    expectSound(program);
  });

  it("can be taken back by its person, and then there is none", async () => {
    const student = await on.stage().as(host, personOf[host]);
    const orderId = await delivered(student);
    await student.api.orders.complain.mutate({ orderId, reason: "late", words: "", items: [] });
    const program = on.start(on.phone(host), `pages/track/order/index?orderId=${orderId}`);
    await journey.told(program, "等商家答复");
    await tap(program, "withdraw");
    await tap(program, "confirm");
    await journey.told(program, "已撤销");
    expect((await student.api.orders.get.query({ orderId })).afterSale).toMatchObject({ state: "closed" });
    await seen(program, (screen) => screen.find("complain"));
    expectSound(program);
  });
});
