export type ShareCard = {
  title: string /** Page with its query: "/pages/order/shop/index?id=…". */;
  path: string;
};

/** `useMenu`: this host shares only from its own menu, so the page points at it. */
export type ShareOutcome = "shared" | "copied" | "useMenu";

export type Share = (card: ShareCard) => Promise<ShareOutcome>;
