import { useEffect, useMemo } from "react";
import { useLoad } from "@/features/loading";
import { api, type Outputs } from "@/rpc";
import { usePosition } from "./position-store";
import { useRiding } from "./riding-store";
import { orderStops, type Stop } from "./route-order";
import { restOfPath } from "./simulated-walk";

type Route = Outputs["delivery"]["route"];

/** The rider's own stops in their order; judged anew when the board or the position changes. */
export function useStops(): readonly Stop[] {
  const mine = useRiding((state) => state.board?.mine);
  const here = usePosition((state) => state.here);
  return useMemo(() => orderStops(mine ?? [], here, Date.now()), [mine, here]);
}

/** Two reports that did not go out say it sooner than a socket that nobody has written to. */
const unsentReports = 2;

/** No answer to the last read, or to the reports of the last seconds. */
export const useLost = (): boolean => {
  const failed = useRiding((state) => state.failure !== null);
  return usePosition((state) => state.waiting.length > unsentReports) || failed;
};

/** The way of one order from the shop to the door; null while it is not known. */
export function useOrderRoute(stop: Stop | null): Route | null {
  const orderId = stop?.task.orderId ?? null;
  const load = useLoad<Route | null>(
    async () => (orderId ? await api.delivery.route.query({ orderId }) : null),
    [orderId],
  );
  return load.data?.orderId === orderId ? load.data : null;
}

/** Lets a simulated rider go towards a stop: to the shop first, then along the order's way. */
export function useSimulatedLeg(stop: Stop | null, route: Route | null): void {
  const { follow, here } = usePosition();
  const key = stop ? `${stop.task.orderId} ${stop.kind}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the rider is counts when a leg begins, not at each step of it
  useEffect(() => {
    if (!stop || !route) return follow(null);
    const start = here ?? route.rider?.point ?? null;
    follow({ key, path: stop.kind === "fetch" ? [stop.point] : restOfPath(route.path, start) });
  }, [key, route]);
}
