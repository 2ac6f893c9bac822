import type { DifferenceId } from "@sanqi/kernel";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type BillRun = Outputs["billRuns"][number];
export type Difference = Outputs["differences"][number];
export type DifferenceDetail = Outputs["difference"];

const runLimit = 60;
export const differenceLimit = 500;

/** Bills come once a day, but a retry by hand may end at any moment. */
export const useBillRuns = () =>
  useQuery({
    queryKey: keys.billRuns,
    queryFn: () => rpc.console.billRuns.query({ limit: runLimit }),
    refetchInterval: 60_000,
  });

export const useDifferences = (open: boolean) =>
  useQuery({
    queryKey: keys.differences(open),
    queryFn: () => rpc.console.differences.query({ open, limit: differenceLimit }),
    refetchInterval: 60_000,
  });

export const useDifference = (differenceId: DifferenceId) =>
  useQuery({
    queryKey: keys.difference(differenceId),
    queryFn: () => rpc.console.difference.query({ differenceId }),
  });

function useBooksChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.allReconciliation }),
  });
}

export const useReconcile = () =>
  useBooksChange((input: Inputs["reconcile"]) => rpc.console.reconcile.mutate(input));
export const useResolve = () =>
  useBooksChange((input: Inputs["resolveDifference"]) => rpc.console.resolveDifference.mutate(input));
