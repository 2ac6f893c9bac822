import type { OrderId } from "@sanqi/kernel";
import { create } from "zustand";
import { say } from "@/features/i18n";
import { dial } from "@/platform/dial";
import { type AppFailure, api, failureOf } from "@/rpc";
import { toast } from "@/ui";
import { usePosition } from "./position-store";
import type { RiderBoard, Task } from "./route-order";

export type Command = "claim" | "pickUp" | "deliver" | "call";
type Unsent = { command: Command; task: Task; code: string };

type RidingState = {
  board: RiderBoard | null;
  failure: AppFailure | null;
  /** The command on its way, `<command> <orderId>`; one at a time. */
  busy: string | null;
  /** A command that found no connection: it is not sent later by itself, the rider decides. */
  unsent: Unsent | null;
  /** Never rejects: what went wrong stands in `failure`. */
  load(): Promise<void>;
  /**
   * Resolves to null when it worked. Without a connection the command stays in `unsent`, and other failures are said
   * in a toast, except those of a pick-up code, which the keypad says.
   */
  run(command: Command, task: Task, code?: string): Promise<AppFailure | null>;
  retry(): Promise<void>;
  dropUnsent(): void;
};

const codeFailures = ["PICKUP_CODE_WRONG", "PICKUP_CODE_LOCKED"];

async function send(command: Command, orderId: OrderId, code: string): Promise<void> {
  if (command === "claim") await api.rider.claim.mutate({ orderId });
  else if (command === "pickUp") await api.rider.pickUp.mutate({ orderId });
  else if (command === "deliver") await api.rider.deliver.mutate({ orderId, code });
  else dial((await api.delivery.dial.mutate({ orderId })).number);
}

export const useRiding = create<RidingState>((set, get) => {
  let turn = 0;
  return {
    board: null,
    failure: null,
    busy: null,
    unsent: null,
    async load() {
      turn += 1;
      const mine = turn;
      try {
        const board = await api.rider.board.query();
        if (mine === turn) {
          set({ board, failure: null });
          if (board.mine.length > 0) usePosition.getState().start();
          else usePosition.getState().stop();
        }
      } catch (error) {
        if (mine === turn) set({ failure: failureOf(error) });
      }
    },
    async run(command, task, code = "") {
      if (get().busy) return null;
      set({ busy: `${command} ${task.orderId}`, unsent: null });
      let failure: AppFailure | null = null;
      try {
        await send(command, task.orderId, code);
      } catch (error) {
        failure = failureOf(error);
        if (failure.code === "NETWORK") set({ unsent: { command, task, code } });
        else if (!codeFailures.includes(failure.code)) toast(say(failure.words), { tone: "danger" });
      }
      if (command !== "call") await get().load();
      set({ busy: null });
      return failure;
    },
    async retry() {
      const { unsent, run } = get();
      if (!unsent) return;
      const failure = await run(unsent.command, unsent.task, unsent.code);
      // the keypad is closed by now, so its failures are said here
      if (failure && codeFailures.includes(failure.code)) toast(say(failure.words), { tone: "danger" });
    },
    dropUnsent: () => set({ unsent: null }),
  };
});
