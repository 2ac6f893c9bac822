import { useQuery } from "@tanstack/react-query";
import { rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type PlatformHealth = Awaited<ReturnType<typeof rpc.payments.health.query>>[number];

/** How the process that answered finds the payment platforms; asked every ten seconds, as often as it probes a silent one. */
export function usePaymentHealth() {
  return useQuery({
    queryKey: keys.paymentHealth,
    queryFn: () => rpc.payments.health.query(),
    refetchInterval: 10_000,
  });
}
