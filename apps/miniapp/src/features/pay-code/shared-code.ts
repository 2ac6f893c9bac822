import type { ShareCard } from "@/platform/share";

const start: ShareCard = { title: "三栖校园点餐", path: "/pages/home/index" };
let offered: ShareCard | null = null;

/** What the host's own menu forwards from an order's page: its code for paying while that is shown, never the order itself. */
export const sharedCard = (): ShareCard => offered ?? start;
export const offerCard = (card: ShareCard | null): void => {
  offered = card;
};
