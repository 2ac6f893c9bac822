import { until } from "@sanqi/testkit";
import type { Client, Stage } from "./stage.ts";

/** The sagas of one order as the console lists them. */
export async function sagasOf(desk: Client, orderId: string) {
  const { stuck, running, ended } = await desk.console.sagas.query();
  return [...stuck, ...running, ...ended].filter(({ subject }) => subject === orderId);
}

/** The order's only saga of a kind. */
export async function sagaOf(desk: Client, orderId: string, kind: string) {
  const found = (await sagasOf(desk, orderId)).filter((saga) => saga.kind === kind);
  const [saga] = found;
  if (!saga || found.length > 1) throw new Error(`${found.length} sagas ${kind} of order ${orderId}`);
  return saga;
}

/** Its steps, as "name state". */
export async function stepsOf(desk: Client, sagaId: string): Promise<string[]> {
  const { steps } = await desk.console.saga.query({ sagaId });
  return steps.map(({ name, state }) => `${name} ${state}`);
}

type Saga = Awaited<ReturnType<typeof sagasOf>>[number];

/** Lets time pass, event by event, until the order's sagas are where `hold` wants them. */
export const untilSagas = (
  stage: Stage,
  desk: Client,
  orderId: string,
  hold: (sagas: readonly Saga[]) => boolean,
) =>
  until(
    async () => {
      await stage.product.parts.money.askDue(`${"0".repeat(31)}2`);
      await stage.product.idle();
      const sagas = await sagasOf(desk, orderId);
      if (!hold(sagas)) stage.clock.advance(20_000);
      return sagas;
    },
    hold,
    30_000,
  );

/** The same for the order's only saga of a kind. */
export async function untilSaga(
  stage: Stage,
  desk: Client,
  { orderId, kind }: { orderId: string; kind: string },
  holds: (saga: Saga) => boolean,
): Promise<Saga> {
  await untilSagas(stage, desk, orderId, (sagas) => sagas.some((saga) => saga.kind === kind && holds(saga)));
  return sagaOf(desk, orderId, kind);
}
export const isDone = ({ state }: { state: string }) => state === "done";
