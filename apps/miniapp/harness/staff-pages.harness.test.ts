import { describe, expect, it } from "vitest";
import { placeAndPay } from "../../bff/src/scenarios/lunch.ts";
import { tap } from "./gestures.ts";
import { expectSound, hosts, onStage, personOf } from "./on-stage.ts";
import { screenOf, seen } from "./screen.ts";

const on = onStage();
/** People who cook for the shop of the journeys; nobody of that kitchen uses DingTalk. */
const cookOf = { weapp: "chef-tinglan", alipay: "chef-tinglan-two", dd: null } as const;
const riderOf = { weapp: "rider-zhou", alipay: "rider-fang", dd: "rider-lu" } as const;

describe.each(hosts)("the staff's pages of the compiled mini-program in %s", (host) => {
  it("take an order through the kitchen and to the door", async () => {
    // the other demo students have open alerts, which an order of theirs would close
    const student = await on.stage().as("weapp", personOf.weapp);
    const cookHost = cookOf[host] ? host : "weapp";
    const board = on.start(on.phone(cookHost, cookOf[host] ?? cookOf.weapp), "pages/merchant/board/index");
    await seen(board, (screen) => screen.find("kitchen-today"));
    const orderId = await placeAndPay(on.stage(), student);

    await tap(board, `accept-${orderId}`);
    await seen(board, (screen) => !screen.find(`accept-${orderId}`));
    expect(board.phone.diary.some((line) => line === "chime" || line === "buzz")).toBe(true);

    const rides = on.start(on.phone(host, riderOf[host]), "pages/rider/tasks/index");
    await tap(rides, `claim-${orderId}`);
    await seen(rides, (screen) => screen.find(`task-${orderId}`));

    await tap(board, "tab-cooking");
    await tap(board, `ready-${orderId}`);
    const pickUp = await seen(rides, (screen) => {
      const button = screen.find(`pickup-${orderId}`);
      return button && !button.className.includes("is-disabled") ? button : null;
    });
    await tap(rides, pickUp);
    await tap(rides, `deliver-${orderId}`);
    const { pickupCode } = await student.api.orders.get.query({ orderId });
    for (const figure of pickupCode ?? "") {
      const before = screenOf(rides).lines().join();
      await tap(rides, `key-${figure}`);
      await seen(rides, (screen) => screen.lines().join() !== before);
    }
    await tap(rides, "deliver-confirm");
    await seen(rides, (screen) => !screen.find(`task-${orderId}`));
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ stage: "delivered" });
    expectSound(board);
    expectSound(rides);
  });
});

describe("the counselor's pages of the compiled mini-program in DingTalk", () => {
  it("show an alert of the own department and keep that it was seen", async () => {
    const program = on.start(on.phone("dd", "counselor-su"), "pages/counselor/alerts/index");
    const alert = await seen(program, (screen) => screen.all((node) => /^alert-\w+_\w+$/.test(node.id))[0]);
    await tap(program, alert);
    await seen(program, (screen) => screen.route() === "pages/counselor/student/index");
    await tap(program, "alert-seen");
    await seen(program, (screen) => screen.find("alert-seen-by"));
    expectSound(program);
  });
});
