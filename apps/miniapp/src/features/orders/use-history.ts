import { useRef, useState } from "react";
import { say } from "@/features/i18n";
import { useLoad } from "@/features/loading";
import { api, failureOf } from "@/rpc";
import { toast } from "@/ui";
import { joinPages, type OrderCardData } from "./running";

type History = { orders: OrderCardData[]; before: number | null };

/** The person's orders, newest first, page by page; `reload` starts again at the newest. */
export function useHistory() {
  const load = useLoad<History>(() => api.orders.list.query({ before: null }), []);
  const [loadingMore, setLoadingMore] = useState(false);
  const busy = useRef(false);
  const more = async () => {
    const before = load.data?.before;
    if (!before || busy.current) return;
    busy.current = true;
    setLoadingMore(true);
    try {
      const page = await api.orders.list.query({ before });
      load.put((now) =>
        now?.before === before ? { orders: joinPages(now.orders, page.orders), before: page.before } : now,
      );
    } catch (error) {
      toast(say(failureOf(error).words), { tone: "danger" });
    }
    busy.current = false;
    setLoadingMore(false);
  };
  return { load, more, loadingMore };
}
