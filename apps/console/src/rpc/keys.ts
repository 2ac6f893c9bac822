/** Names of everything that is read from the server, so that whoever changes something can say what to read anew. */
export const keys = {
  clientConfig: ["clientConfig"],
  me: ["me"],
  orders: ["orders"],
  ordersOf: (day: string) => ["orders", day],
  order: (orderId: string) => ["order", orderId],
  shops: ["shops"],
  shopMenu: (shopId: string) => ["shopMenu", shopId],
  people: ["people"],
  departments: ["departments"],
  failedEvents: ["failedEvents"],
  places: ["places"],
  campusMap: ["campusMap"],
} as const;
