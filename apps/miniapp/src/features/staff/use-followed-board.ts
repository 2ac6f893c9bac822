import { useDidHide, useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "@/features/loading";
import { type LinkState, linkState } from "./link-state";

const pollMs = 5_000;
const reopenMs = 15_000;

/** What both boards' subscriptions tell: something changed, read again. */
type Handlers = {
  onStarted: () => void;
  onData: () => void;
  onError: () => void;
  onComplete: () => void;
  onConnectionStateChange: (connection: { state: string; error?: unknown }) => void;
};
type Followed = {
  open: (handlers: Handlers) => { unsubscribe(): void };
  /** Reads the board; never rejects. */
  read: () => Promise<unknown>;
  /** The last thing that was asked of the server did not come through. */
  lost: boolean;
};

/**
 * Keeps a board fresh while its page is in front: reads it on each hint of the subscription, and every five seconds
 * while that is down or the server was not reached. Hints that come during a read lead to one more read, not to many.
 */
export function useFollowedBoard(followed: Followed): LinkState {
  const [socket, setSocket] = useState<"connecting" | "live" | "down">("connecting");
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const now = useRef(followed);
  now.current = followed;
  const reading = useRef(false);
  const again = useRef(false);
  const read = useCallback(async () => {
    if (reading.current) {
      again.current = true;
      return;
    }
    reading.current = true;
    do {
      again.current = false;
      await now.current.read();
    } while (again.current);
    reading.current = false;
  }, []);

  useLive(
    () =>
      now.current.open({
        // what happened between the last read and the subscription would be missed otherwise
        onStarted: () => {
          setSocket("live");
          void read();
        },
        onData: () => void read(),
        onError: () => setSocket("down"),
        onComplete: () => setSocket("down"),
        onConnectionStateChange: ({ state, error }) => {
          if (error) setSocket("down");
          else if (state === "pending") setSocket("live");
        },
      }),
    [turn],
  );
  useEffect(() => {
    if (shown) void read();
  }, [shown, read]);
  useEffect(() => {
    if (!shown || (socket !== "down" && !followed.lost)) return;
    const poll = setInterval(() => void read(), pollMs);
    return () => clearInterval(poll);
  }, [socket, followed.lost, shown, read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each turn the waiting begins anew
  useEffect(() => {
    if (!shown || socket !== "down") return;
    const reopen = setTimeout(() => setTurn((before) => before + 1), reopenMs);
    return () => clearTimeout(reopen);
  }, [socket, turn, shown]);
  return linkState(socket, followed.lost);
}
