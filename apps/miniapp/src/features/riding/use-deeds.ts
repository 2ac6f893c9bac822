import { useSay, useWords } from "@/features/i18n";
import { toast } from "@/ui";
import { useRiding } from "./riding-store";
import { ridingWords } from "./riding-words";
import type { Task } from "./route-order";

/** What a rider does with a task, each followed by a word that says what comes next. */
export function useDeeds() {
  const t = useWords(ridingWords);
  const say = useSay();
  const run = useRiding((state) => state.run);
  const shop = (task: Task) => say({ zh: task.shop.name, en: task.shop.nameEn });
  const place = (task: Task) => say({ zh: task.place.name, en: task.place.nameEn });
  return {
    shop,
    place,
    async claim(task: Task) {
      if (!(await run("claim", task))) toast(t("claimed", { no: task.orderNo, shop: shop(task) }));
    },
    async pickUp(task: Task) {
      if (!(await run("pickUp", task))) toast(t("fetched", { no: task.orderNo, place: place(task) }));
    },
    async deliver(task: Task, code: string) {
      const failure = await run("deliver", task, code);
      if (!failure) toast(t("done", { no: task.orderNo }));
      return failure;
    },
    call: (task: Task) => run("call", task),
  };
}
