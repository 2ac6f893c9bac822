import { useQuery } from "@tanstack/react-query";
import { rpc } from "../../rpc/client.ts";
import { useClientConfig } from "../../rpc/client-config.ts";
import { keys } from "../../rpc/keys.ts";

export function usePlaces() {
  const campusId = useClientConfig().data?.campusId;
  return useQuery({
    queryKey: keys.places,
    enabled: campusId !== undefined,
    staleTime: 5 * 60_000,
    queryFn: () => (campusId ? rpc.campus.places.query({ campusId }) : []),
  });
}
