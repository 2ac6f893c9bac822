import type { OrderId } from "@sanqi/kernel";
import { create } from "zustand";
import { say, translator, useLanguage } from "@/features/i18n";
import { type AppFailure, api, failureOf } from "@/rpc";
import { toast, undoable } from "@/ui";
import { alarm } from "./alarm";
import { createDeferredDeeds } from "./deferred-deeds";
import { afterDeed, type Board, type Deed, type KitchenOrder, unheard } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";

type KitchenState = {
  /** As the server said it last. */
  board: Board | null;
  failure: AppFailure | null;
  /** What was decided here and the server does not show yet. */
  deeds: Readonly<Record<string, Deed>>;
  /** Orders that the bell rings for. */
  ringing: readonly string[];
  /** Never rejects: what went wrong stands in `failure`. */
  load(): Promise<void>;
  /** Shown at once, sent after five seconds in which it can be taken back. @param reason needed to refuse */
  act(order: KitchenOrder, deed: Deed, reason?: string): void;
  /** Over the counter against the student's code; sent at once, because the student stands there. Null when it is done. */
  handOver(order: KitchenOrder, code: string): Promise<AppFailure | null>;
  /** Somebody touched the screen: the bell stops for what it rang for. */
  hush(): void;
  /** The page is left: what can still be taken back goes out now, and the bell stops. */
  leave(): Promise<void>;
};

const words = () => translator(kitchenWords, useLanguage.getState().language);
const saidOf = {
  accept: "accepted",
  refuse: "refused",
  start: "started",
  ready: "madeReady",
  serve: "served",
} as const satisfies Record<Deed, keyof typeof kitchenWords>;
const send = (orderId: OrderId, deed: Deed, reason: string) => {
  if (deed === "accept") return api.merchant.accept.mutate({ orderId });
  if (deed === "start") return api.merchant.startCooking.mutate({ orderId });
  if (deed === "ready") return api.merchant.ready.mutate({ orderId });
  if (deed === "serve") return api.merchant.handOver.mutate({ orderId, code: null });
  return api.merchant.refuse.mutate({ orderId, reason });
};

export const useKitchen = create<KitchenState>((set, get) => {
  const heard = new Set<string>();
  // a read that began before something was sent would show the board as it was
  let turn = 0;

  const forget = (orderId: string) => {
    const { [orderId]: _done, ...deeds } = get().deeds;
    set({ deeds });
  };
  const deferred = createDeferredDeeds(forget);

  async function sendNow(order: KitchenOrder, deed: Deed, reason: string): Promise<void> {
    try {
      await send(order.orderId, deed, reason);
      turn += 1;
      const { board } = get();
      if (board) set({ board: afterDeed(board, order.orderId, deed) });
      if (get().deeds[order.orderId] === deed) forget(order.orderId);
    } catch (error) {
      turn += 1;
      const failure = failureOf(error);
      forget(order.orderId);
      const t = words();
      const again = { label: t("sendAgain"), onTap: () => get().act(order, deed, reason) };
      toast(t("notSent", { no: order.orderNo, why: say(failure.words) }), {
        tone: "danger",
        // only what failed on the way can work a second time
        ...(failure.code === "NETWORK" ? { action: again } : {}),
      });
    }
    void get().load();
  }

  return {
    board: null,
    failure: null,
    deeds: {},
    ringing: [],
    async load() {
      turn += 1;
      const mine = turn;
      try {
        const board = await api.merchant.board.query();
        if (mine !== turn) return;
        const fresh = unheard(board, heard);
        const ringing = [...get().ringing, ...fresh].filter((id) => board.new.some((o) => o.orderId === id));
        for (const orderId of fresh) heard.add(orderId);
        set({ board, failure: null, ringing });
        if (ringing.length > 0) alarm.start();
        else alarm.stop();
      } catch (error) {
        if (mine === turn) set({ failure: failureOf(error) });
      }
    },
    act(order, deed, reason = "") {
      get().hush();
      const t = words();
      void deferred.put(
        order.orderId,
        deed,
        () => sendNow(order, deed, reason),
        ({ undo, commit }) => {
          set({ deeds: { ...get().deeds, [order.orderId]: deed } });
          undoable({ text: t(saidOf[deed], { no: order.orderNo }), undoLabel: t("undo"), undo, commit });
        },
      );
    },
    async handOver(order, code) {
      try {
        // a student who stands at the counter does not wait until "ready" can no longer be taken back
        await deferred.settle(order.orderId);
        await api.merchant.handOver.mutate({ orderId: order.orderId, code });
      } catch (error) {
        return failureOf(error);
      }
      turn += 1;
      const { board } = get();
      if (board) set({ board: afterDeed(board, order.orderId, "serve") });
      toast(words()("handedOver", { no: order.orderNo }));
      void get().load();
      return null;
    },
    hush() {
      alarm.stop();
      if (get().ringing.length > 0) set({ ringing: [] });
    },
    async leave() {
      alarm.stop();
      await deferred.flush();
    },
  };
});
