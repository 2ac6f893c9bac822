import type { OrderId } from "@sanqi/kernel";
import type { Person, Stage } from "../../bff/src/scenarios/stage.ts";

/** The kitchen and a rider as clients of the HTTP API, for an order of the shop that the journeys use. */
export type Staff = {
  accept(): Promise<void>;
  /** A rider claims it and the kitchen has it ready. */
  readyForRider(): Promise<void>;
  pickUp(): Promise<void>;
  /** The rider reports to stand at this point of the way, WGS-84. */
  walkTo(point: readonly [number, number]): Promise<void>;
  /** The way of the order, WGS-84. */
  way(student: Person): Promise<readonly (readonly [number, number])[]>;
  deliver(code: string): Promise<void>;
};

/** Dumplings come from the kitchen of 何阿姨, and 周师傅 rides; see the demo campus. */
export async function staffOf(stage: Stage): Promise<(orderId: string) => Staff> {
  const cook = await stage.as("weapp", "chef-tinglan");
  const rider = await stage.as("weapp", "rider-zhou");
  // positions that no rider could reach in the time between them are not believed: each step takes five seconds
  let at = 0;
  return (given) => {
    const orderId = given as OrderId;
    return {
      accept: async () => void (await cook.api.merchant.accept.mutate({ orderId })),
      async readyForRider() {
        await rider.api.rider.claim.mutate({ orderId });
        await cook.api.merchant.ready.mutate({ orderId });
      },
      pickUp: async () => void (await rider.api.rider.pickUp.mutate({ orderId })),
      async walkTo([lon, lat]) {
        at = Math.max(stage.clock.now(), at + 5_000);
        const { kept } = await rider.api.rider.report.mutate({ positions: [{ lon, lat, at }] });
        if (kept !== 1) throw new Error("the rider's position was not believed");
      },
      way: async (student) => (await student.api.delivery.route.query({ orderId })).path,
      deliver: async (code) => void (await rider.api.rider.deliver.mutate({ orderId, code })),
    };
  };
}
