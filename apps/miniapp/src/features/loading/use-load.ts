import { type DependencyList, useCallback, useEffect, useRef, useState } from "react";
import { toast } from "@/ui";
import { type AppFailure, failureOf } from "../../rpc";
import { say } from "../i18n";

export type Load<T> = {
  data: T | null;
  failure: AppFailure | null;
  loading: boolean;
  /** Reads again and keeps what is on the screen meanwhile; resolves when done, never rejects. Give it to `onRefresh`. */
  reload: () => Promise<void>;
  /** Puts a newer value on the screen: an optimistic change, or what a subscription said. */
  put: (change: T | ((now: T | null) => T | null)) => void;
};

/** Reads something when the page opens and whenever `deps` change; an answer that was overtaken is dropped. */
export function useLoad<T>(read: () => Promise<T>, deps: DependencyList): Load<T> {
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the read depends on
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    try {
      const value = await read();
      if (mine !== turn.current) return;
      setData(value);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(failureOf(error));
    }
    if (mine === turn.current) setLoading(false);
  }, [...deps]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  const put = useCallback((change: T | ((now: T | null) => T | null)) => {
    setData((now) => (typeof change === "function" ? (change as (now: T | null) => T | null)(now) : change));
  }, []);
  return { data, failure, loading, reload, put };
}

/**
 * Runs something the person asked for, once at a time. A failure is said in a toast, unless `onFailure` takes it (return
 * true). `run` resolves to whether it worked.
 */
export function useAction<A extends unknown[]>(
  act: (...given: A) => Promise<unknown>,
  onFailure?: (failure: AppFailure) => boolean,
): { busy: boolean; run: (...given: A) => Promise<boolean> } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = async (...given: A): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      await act(...given);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (!onFailure?.(failure)) toast(say(failure.words), { tone: "danger" });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, run };
}
