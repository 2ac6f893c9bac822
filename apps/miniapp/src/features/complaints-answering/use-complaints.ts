import { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import { useAction, useLoad } from "@/features/loading";
import { useOwnShops } from "@/features/staff/own-shop";
import { api } from "@/rpc";
import type { Complaint } from "./complaint-worth";

/** The own shops' complaints, those that wait or all of them, and how to answer one. */
export function useComplaints(open: boolean) {
  const load = useLoad<Complaint[]>(() => api.merchant.afterSales.query({ open }), [open]);
  const { busy, run } = useAction(async (given: { complaint: Complaint; agrees: boolean; words: string }) => {
    const { complaint, agrees, words } = given;
    await api.merchant.answerAfterSale.mutate({ orderId: complaint.orderId, agrees, words });
    await load.reload();
  });
  return { load, busy, answer: run };
}

/** How many complaints wait for an answer, as far as known; read again whenever the page comes to the front. */
export function useOpenComplaints(): number {
  const { shopIds } = useOwnShops();
  const [count, setCount] = useState(0);
  useDidShow(() => {
    if (shopIds.length === 0) return;
    api.merchant.afterSales.query({ open: true }).then(
      (cases) => setCount(cases.filter(({ afterSale }) => afterSale.state === "opened").length),
      // the number only decorates a row: the page behind it says what went wrong
      () => undefined,
    );
  });
  return count;
}
