import { second } from "@sanqi/kernel";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isSignedOut } from "../../rpc/failure.ts";
import { keys } from "../../rpc/keys.ts";
import { followOrders, type LiveState } from "./follow-orders.ts";
import { createRefresher } from "./refresher.ts";

const LiveContext = createContext<LiveState>("connecting");

/** Follows every change of any order and has the cache read what changed; a hint carries no data. */
export function LiveOrders({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const refresher = createRefresher((orderIds) => {
      void cache.invalidateQueries({ queryKey: keys.orders });
      for (const orderId of orderIds) void cache.invalidateQueries({ queryKey: keys.order(orderId) });
    });
    const stop = followOrders({
      onState: setState,
      onHint: (orderId) => refresher.changed(orderId),
      onGap: () => refresher.everything(),
      onRefused: (error) => {
        if (isSignedOut(error)) void cache.invalidateQueries({ queryKey: keys.me });
      },
    });
    return () => {
      stop();
      refresher.stop();
    };
  }, [cache]);

  useEffect(() => {
    if (state === "live") return;
    // While the line is down, asking now and then keeps the table from lying.
    const timer = window.setInterval(
      () => void cache.invalidateQueries({ queryKey: keys.orders }),
      15 * second,
    );
    return () => window.clearInterval(timer);
  }, [state, cache]);

  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}

export const useLiveState = () => useContext(LiveContext);
