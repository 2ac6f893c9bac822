import type { OrderId } from "@sanqi/kernel";
import { useDidHide, useDidShow } from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import { useLive } from "@/features/loading";
import { api, type Outputs } from "@/rpc";

export type OrderView = Outputs["orders"]["get"];
export type RiderPosition = NonNullable<Outputs["delivery"]["route"]["rider"]>;
export type WatchState = "connecting" | "live" | "down";

const pollMs = 5_000;
/** A connection that is not there after this counts as down. */
const patienceMs = 4_000;

type Watch = {
  orderId: OrderId | null;
  version: number;
  onOrder: (order: OrderView) => void;
  onRider?: (position: RiderPosition) => void;
};

/**
 * Follows an order from the version on the screen. While the socket is down the order is asked for every five seconds;
 * an ended subscription is opened again from the newest version. Says how well it is followed.
 */
export function useOrderWatch(watch: Watch): WatchState {
  const { orderId } = watch;
  const [state, setState] = useState<WatchState>("connecting");
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const now = useRef(watch);
  now.current = watch;
  const tell = (order: OrderView) => {
    if (order.version > now.current.version) now.current.onOrder(order);
  };
  useLive(() => {
    if (!orderId) return null;
    return api.orders.watch.subscribe(
      {
        orderId,
        // read whenever the question is sent: after a reconnect it names what is on the screen by then
        get version() {
          return now.current.version;
        },
      },
      {
        onStarted: () => setState("live"),
        onData: (update) =>
          update.kind === "order" ? tell(update.order) : now.current.onRider?.(update.position),
        // an open socket is no proof: only the started subscription is
        onConnectionStateChange: (connection) => {
          if (connection.state !== "pending")
            setState((before) => (before === "down" ? before : "connecting"));
        },
        onError: () => setState("down"),
        onComplete: () => setState("down"),
      },
    );
  }, [orderId, turn]);
  useEffect(() => {
    if (state !== "connecting" || !orderId) return;
    const patience = setTimeout(() => setState("down"), patienceMs);
    return () => clearTimeout(patience);
  }, [state, orderId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tell` reads the newest request; a new turn starts the clocks anew
  useEffect(() => {
    if (state !== "down" || !orderId || !shown) return;
    const again = setTimeout(() => setTurn((before) => before + 1), 3 * pollMs);
    const poll = setInterval(() => {
      api.orders.get.query({ orderId }).then(tell, () => undefined);
      const { onRider } = now.current;
      if (onRider)
        api.delivery.route.query({ orderId }).then(
          ({ rider }) => rider && onRider(rider),
          () => undefined,
        );
    }, pollMs);
    return () => {
      clearTimeout(again);
      clearInterval(poll);
    };
  }, [state, orderId, turn, shown]);
  return state;
}
