import { useDidHide, useDidShow } from "@tarojs/taro";
import { type DependencyList, useEffect, useState } from "react";

type Subscription = { unsubscribe(): void };

/**
 * Keeps a subscription open while its page is in front: hosts cut sockets of hidden pages, and coming back starts it
 * anew. `open` returns null when there is nothing to follow.
 */
export function useLive(open: () => Subscription | null, deps: DependencyList): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the subscription depends on
  useEffect(() => {
    if (!shown) return;
    const subscription = open();
    return () => subscription?.unsubscribe();
  }, [shown, ...deps]);
}
