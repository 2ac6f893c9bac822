import type { ShopId } from "@sanqi/kernel";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type CatalogChange = Outputs["catalogChanges"][number];

/** What one page of the log holds; a full one has another behind it. */
const pageSize = 50;

/** Who changed what on the menus, newest first. */
export function useCatalogChanges(shopId: ShopId | null) {
  return useInfiniteQuery({
    queryKey: keys.catalogChanges(shopId),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => rpc.console.catalogChanges.query({ shopId, before: pageParam }),
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.changeNo ?? null)),
  });
}
