import { useFollowedBoard } from "@/features/staff/use-followed-board";
import { api } from "@/rpc";
import { useRiding } from "./riding-store";
import { useLost } from "./use-route";

/** The rider's board as both rider pages show it: followed live, with what a LoadGate needs and the state of the link. */
export function useRiderBoard() {
  const { board, failure, load } = useRiding();
  const lost = useLost();
  const link = useFollowedBoard({
    open: (handlers) => api.rider.watch.subscribe(undefined, handlers),
    read: load,
    lost,
  });
  const gate = { data: board, failure, loading: !board && !failure, reload: load, put: () => undefined };
  return { gate, link };
}
