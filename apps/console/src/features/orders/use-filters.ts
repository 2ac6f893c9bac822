import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type OrderFilters, readFilters, writeFilters } from "./filters.ts";

/** The filters of the address, and a way to change some of them. Typing replaces the entry, so that "back" leaves the page. */
export function useFilters(now: number): [OrderFilters, (change: Partial<OrderFilters>) => void] {
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => readFilters(address, now), [address, now]);
  const change = useCallback(
    (some: Partial<OrderFilters>) =>
      setAddress(writeFilters({ ...filters, ...some }, now), { replace: true }),
    [filters, now, setAddress],
  );
  return [filters, change];
}
