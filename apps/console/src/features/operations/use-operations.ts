import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Attention = Outputs["attention"];
export type BreakerReport = Outputs["breakers"][number];
export type Saga = Outputs["sagas"]["running"][number];
export type SagaDetail = Outputs["saga"];
export type Job = Outputs["jobs"]["failed"][number];
export type Message = Outputs["ambiguousMessages"][number];

/** There is no live feed for the machinery; whoever looks at it reads it anew so often. */
export const refreshEvery = 5_000;

/** How much waits for a person: one cheap question, asked on every page. */
export const useAttention = () =>
  useQuery({
    queryKey: keys.attention,
    queryFn: () => rpc.console.attention.query(),
    refetchInterval: refreshEvery,
  });

export const useBreakers = () =>
  useQuery({
    queryKey: keys.breakers,
    queryFn: () => rpc.console.breakers.query(),
    refetchInterval: refreshEvery,
  });

export const useSagas = () =>
  useQuery({
    queryKey: keys.sagas,
    queryFn: () => rpc.console.sagas.query(),
    refetchInterval: refreshEvery,
  });

export const useSaga = (sagaId: string) =>
  useQuery({
    queryKey: keys.saga(sagaId),
    queryFn: () => rpc.console.saga.query({ sagaId }),
    refetchInterval: refreshEvery,
  });

export const useJobs = () =>
  useQuery({
    queryKey: keys.jobs,
    queryFn: () => rpc.console.jobs.query(),
    refetchInterval: refreshEvery,
  });

export const useAmbiguousMessages = () =>
  useQuery({
    queryKey: keys.ambiguousMessages,
    queryFn: () => rpc.console.ambiguousMessages.query(),
    refetchInterval: refreshEvery,
  });

export function useRetrySaga() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["retrySaga"]) => rpc.console.retrySaga.mutate(input),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.sagas }),
        cache.invalidateQueries({ queryKey: keys.attention }),
      ]),
  });
}

export function useRunJobAgain() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["runJobAgain"]) => rpc.console.runJobAgain.mutate(input),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.jobs }),
        cache.invalidateQueries({ queryKey: keys.attention }),
      ]),
  });
}
