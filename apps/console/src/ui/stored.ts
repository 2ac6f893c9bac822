import { useCallback, useState } from "react";

/** A choice of the person at this desk that survives a reload; unknown stored words fall back to `initial`. */
export function useStored<T extends string>(
  key: string,
  allowed: readonly T[],
  initial: T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const stored = window.localStorage.getItem(key);
    return allowed.find((word) => word === stored) ?? initial;
  });
  const store = useCallback(
    (next: T) => {
      window.localStorage.setItem(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, store];
}
