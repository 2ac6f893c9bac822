// @vitest-environment jsdom
import { chinaDay, fen, minute, toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot, type Root } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderRow } from "../features/orders/use-orders.ts";
import { rpc } from "../rpc/client.ts";
import { OrdersPage } from "./orders-page.tsx";

vi.mock("../rpc/client.ts", () => ({ rpc: { console: { orders: { query: vi.fn() } } } }));
const query = vi.mocked(rpc.console.orders.query);

const order = (index: number, stage: OrderRow["stage"], latest: number): OrderRow => ({
  orderId: toId("order", `ord_${String(index).padStart(20, "0")}`),
  orderNo: `A10${index}`,
  shopId: toId("shop", "shp_00000000000000000001"),
  shopName: "川味小馆",
  placeId: toId("place", "plc_00000000000000000001"),
  deliveredAt: null,
  placeName: "沁园1号楼",
  handover: "delivery",
  slot: null,
  byPhone: false,
  afterSaleState: null,
  refundedFen: fen(0),
  host: "weapp",
  fulfilment: "accepted",
  payment: "paid",
  stage,
  totalFen: fen(1800),
  riderName: null,
  placedAt: Date.now() - 30 * minute,
  promise: { earliest: latest - 10 * minute, latest },
  version: 1,
});

describe("orders page", () => {
  let root: Root;
  let page: HTMLElement;
  let router: ReturnType<typeof createMemoryRouter>;

  beforeEach(() => {
    window.matchMedia = (media) =>
      Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    page = document.body.appendChild(document.createElement("div"));
    root = createRoot(page);
  });
  afterEach(() => {
    root.unmount();
    page.remove();
  });

  const open = (address: string) => {
    router = createMemoryRouter([{ path: "/orders", element: <OrdersPage /> }], {
      initialEntries: [address],
    });
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    );
  };
  const tile = (name: string) =>
    [...page.querySelectorAll<HTMLButtonElement>(".tile")].find((button) =>
      button.textContent?.includes(name),
    );

  it("counts lanes, and a tile filters by the address and back", async () => {
    const now = Date.now();
    query.mockResolvedValue([
      order(1, "cooking", now - 5 * minute),
      order(2, "cooking", now + 20 * minute),
      order(3, "onTheWay", now + 20 * minute),
    ]);
    open("/orders");
    await vi.waitFor(() => expect(tile("制作中")?.textContent).toBe("制作中2"));
    expect(tile("全部")?.textContent).toBe("全部3");
    expect(tile("超时")?.textContent).toBe("超时1");
    expect(query).toHaveBeenCalledWith({ day: chinaDay(now), stage: null, text: "", limit: 2000 });

    tile("超时")?.click();
    await vi.waitFor(() => expect(router.state.location.search).toBe("?stage=late"));
    await vi.waitFor(() => expect(tile("超时")?.getAttribute("aria-pressed")).toBe("true"));
    tile("超时")?.click();
    await vi.waitFor(() => expect(router.state.location.search).toBe(""));
  });

  it("offers to clear filters that match nothing", async () => {
    query.mockResolvedValue([order(1, "cooking", Date.now())]);
    open("/orders?q=nobody");
    await vi.waitFor(() => expect(page.textContent).toContain("没有符合条件的订单"));
    [...page.querySelectorAll("button")].find((button) => button.textContent === "清除筛选")?.click();
    await vi.waitFor(() => expect(router.state.location.search).toBe(""));
  });

  it("says what failed and reads again on request", async () => {
    query.mockRejectedValueOnce(new TypeError("fetch failed")).mockResolvedValue([]);
    open("/orders");
    await vi.waitFor(() => expect(page.querySelector("[role=alert]")?.textContent).toContain("连不上服务器"));
    [...page.querySelectorAll("button")].find((button) => button.textContent?.includes("再试一次"))?.click();
    await vi.waitFor(() => expect(page.textContent).toContain("今天还没有订单"));
  });
});
