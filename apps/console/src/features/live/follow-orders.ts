import { second } from "@sanqi/kernel";
import { rpc } from "../../rpc/client.ts";

export type LiveState = "connecting" | "live" | "reconnecting";

type Listener = {
  onState(state: LiveState): void;
  onHint(orderId: string): void;
  /** The line was down for a while: hints may be missing. */
  onGap(): void;
  onRefused(error: unknown): void;
};

/** Keeps one subscription alive until the returned function is called: the socket reconnects by itself, a subscription that the server ended is asked for again. */
export function followOrders(listener: Listener): () => void {
  let wasLive = false;
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;

  const again = () => {
    if (stopped) return;
    listener.onState("reconnecting");
    clearTimeout(retry);
    retry = setTimeout(follow, 5 * second);
  };
  const follow = () => {
    subscription = rpc.console.watchOrders.subscribe(undefined, {
      onConnectionStateChange({ state }) {
        if (stopped) return;
        if (state !== "pending") return listener.onState(wasLive ? "reconnecting" : "connecting");
        if (wasLive) listener.onGap();
        wasLive = true;
        listener.onState("live");
      },
      onData: (hint) => listener.onHint(hint.orderId),
      onError(error) {
        listener.onRefused(error);
        again();
      },
      onComplete: again,
    });
  };
  follow();
  return () => {
    stopped = true;
    clearTimeout(retry);
    subscription?.unsubscribe();
  };
}
