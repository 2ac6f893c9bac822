import { toId } from "@sanqi/kernel";
import { useQuery } from "@tanstack/react-query";
import { keys } from "./keys.ts";

type ClientConfig = { readonly campusId: string; readonly campusName: string };

/** Which campus this installation serves; it never changes while the console runs. */
export function useClientConfig() {
  return useQuery({
    queryKey: keys.clientConfig,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const answer = await fetch("/client-config.json");
      if (!answer.ok) throw new Error(`client-config.json: ${answer.status}`);
      const config = (await answer.json()) as ClientConfig;
      return { campusId: toId("campus", config.campusId), campusName: config.campusName };
    },
  });
}
