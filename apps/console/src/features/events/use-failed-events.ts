import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";
import { refreshEvery } from "../operations/use-operations.ts";

export type ParkedEvent = Outputs["failedEvents"]["failed"][number];
export type DelayedEvent = Outputs["failedEvents"]["delayed"][number];
export type ConsumerLag = Outputs["failedEvents"]["lag"][number];

/** Parked and delayed events, and the lag of each consumer. */
export function useFailedEvents() {
  return useQuery({
    queryKey: keys.failedEvents,
    queryFn: () => rpc.console.failedEvents.query(),
    refetchInterval: refreshEvery,
  });
}

export function useReplay() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (event: Inputs["replayEvent"]) => rpc.console.replayEvent.mutate(event),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.failedEvents }),
        cache.invalidateQueries({ queryKey: keys.attention }),
      ]),
  });
}
