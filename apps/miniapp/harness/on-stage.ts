import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Stage, setStage } from "../../bff/src/scenarios/stage.ts";
import { bundlesFolder } from "./bundles.ts";
import * as journey from "./lunch-journey.ts";
import { type MiniProgram, startMiniProgram } from "./mini-program.ts";
import { createPhone, type HostName, type Phone } from "./phone.ts";
import { screenOf, seen } from "./screen.ts";

export const hosts = ["weapp", "alipay", "dd"] as const satisfies readonly HostName[];

/** One student of the demo campus per host; DingTalk's must be in the corporation's directory. */
export const personOf = { weapp: "lin", alipay: "chen", dd: "zhao" } as const satisfies Record<
  HostName,
  string
>;
export const dormitory = "澜园2号楼";

export type OnStage = {
  stage(): Stage;
  dist(): string;
  phone(host: HostName, person?: string): Phone;
  /** Starts the program; it is closed after the test. */
  start(phone: Phone, address?: string): MiniProgram;
  /** A person at the checkout with one dish, priced and ready to pay. */
  atCheckout(phone: Phone, note?: string): Promise<{ program: MiniProgram; choice: string; fen: number }>;
  /** Programs of the tests that are over. */
  readonly closed: readonly MiniProgram[];
};

/** The whole product for the tests of one file, and mini-programs on phones around it. */
export function onStage(): OnStage {
  let stage: Stage;
  let dist: string;
  const running: MiniProgram[] = [];
  const closed: MiniProgram[] = [];
  beforeAll(async () => {
    dist = bundlesFolder();
    stage = await setStage();
  });
  afterEach(() => {
    for (const program of running.splice(0)) {
      program.close();
      closed.push(program);
    }
  });
  afterAll(() => stage?.close());

  const start = (phone: Phone, address?: string): MiniProgram => {
    const program = startMiniProgram(`${dist}/${phone.host}`, phone, address);
    running.push(program);
    return program;
  };
  return {
    stage: () => stage,
    dist: () => dist,
    phone: (host, person = personOf[host]) => createPhone(stage, host, person),
    start,
    closed,
    async atCheckout(phone, note = "") {
      const program = start(phone);
      await seen(program, (screen) => screen.find("first-place") ?? screen.find("place-change"));
      if (screenOf(program).find("first-place"))
        await journey.chooseDormitory(program, stage.ids.places.of(dormitory));
      await journey.openTheShop(program);
      const choice = await journey.addDishWithOptions(program);
      await journey.goToCheckout(program);
      const button = await journey.fillCheckout(program, note);
      return { program, choice, fen: Math.round(Number(button.replace(/^支付 ¥/, "")) * 100) };
    },
  };
}

/** Nothing was logged as an error, and no namespace was touched that this phone does not have. */
export function expectSound(program: MiniProgram): void {
  expect(program.faults).toEqual([]);
  expect([...program.log.foreign, ...program.log.missing]).toEqual([]);
}
