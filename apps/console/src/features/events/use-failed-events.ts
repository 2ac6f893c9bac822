import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type ParkedEvent = Outputs["failedEvents"]["failed"][number];
export type ConsumerLag = Outputs["failedEvents"]["lag"][number];

/** Parked events and the lag of each consumer; there is no live feed for these, so they are read every 20 s. */
export function useFailedEvents() {
  return useQuery({
    queryKey: keys.failedEvents,
    queryFn: () => rpc.console.failedEvents.query(),
    refetchInterval: 20_000,
  });
}

export function useReplay() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (event: Inputs["replayEvent"]) => rpc.console.replayEvent.mutate(event),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.failedEvents }),
  });
}
