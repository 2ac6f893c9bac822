import { expect, it } from "vitest";
import { alipaySchedule } from "../alipay/notification.ts";
import { wechatPaySchedule } from "../wechat-pay/notification.ts";

it("retries as often and as late as the platforms say", () => {
  const minutes = (list: readonly number[]) => list.map((ms) => ms / 60_000);
  expect(minutes(wechatPaySchedule)).toEqual([
    0.25, 0.25, 0.5, 3, 10, 20, 30, 30, 30, 60, 180, 180, 180, 360, 360,
  ]);
  expect(minutes(alipaySchedule)).toEqual([4, 10, 10, 60, 120, 360, 900]);
});
