// @vitest-environment jsdom
import { fen, minute, toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { App } from "antd";
import { createRoot, type Root } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Case } from "../features/after-sales/use-after-sales.ts";
import { rpc } from "../rpc/client.ts";
import { AfterSalesPage } from "./after-sales-page.tsx";

vi.mock("../rpc/client.ts", () => ({
  rpc: {
    console: {
      afterSales: { query: vi.fn() },
      decideAfterSale: { mutate: vi.fn() },
      shops: { query: vi.fn(async () => []) },
    },
  },
}));
const query = vi.mocked(rpc.console.afterSales.query);
const decide = vi.mocked(rpc.console.decideAfterSale.mutate);
const orderId = toId("order", "ord_00000000000000000001");

const complaint = (change: Partial<Case> = {}): Case => ({
  afterSaleId: toId("afterSale", "asl_00000000000000000001"),
  orderId,
  orderNo: "A107",
  shopId: toId("shop", "shp_00000000000000000001"),
  shopName: "川味小馆",
  placeName: "沁园1号楼",
  handover: "delivery",
  hasRider: false,
  deliveredAt: 1,
  promise: { earliest: 1, latest: 2 },
  lines: [
    {
      dishId: toId("dish", "dsh_00000000000000000001"),
      name: "水饺",
      nameEn: "Dumplings",
      art: "dumplings",
      choices: [],
      quantity: 2,
      unitFen: fen(1000),
      totalFen: fen(2000),
    },
  ],
  paidLines: [{ key: "0", fen: fen(1800), refundableFen: fen(1800) }],
  totalFen: fen(1800),
  afterSale: {
    afterSaleId: toId("afterSale", "asl_00000000000000000001"),
    no: 1,
    state: "opened",
    reason: "missing",
    words: "少一份",
    items: [{ line: 0, quantity: 1 }],
    pictureIds: [],
    pictureUrls: [],
    openedAt: Date.now() - minute,
    answer: null,
    decision: null,
    closedAt: null,
  },
  answerBy: Date.now() + minute,
  ...change,
});

describe("after-sales page", () => {
  let root: Root;
  let page: HTMLElement;

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
    document.body.replaceChildren();
  });

  const open = () => {
    const router = createMemoryRouter([{ path: "/after-sales", element: <AfterSalesPage /> }], {
      initialEntries: ["/after-sales"],
    });
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <App>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>,
    );
  };
  const button = (text: string) =>
    [...document.querySelectorAll("button")].find((one) => one.textContent?.includes(text));
  const type = (selector: string, text: string) => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    if (!field) throw new Error(`no field ${selector}`);
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
    set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  it("sends a decision line by line, and shows a refusal with its trace", async () => {
    query.mockResolvedValue([complaint()]);
    decide.mockRejectedValue(
      TRPCClientError.from({
        error: {
          code: -32001,
          message: "REFUND_TOO_MUCH",
          data: {
            sanqi: {
              code: "REFUND_TOO_MUCH",
              zh: "退多了",
              en: "Too much",
              traceId: "4bf92f35",
              failure: null,
            },
          },
        },
      }),
    );
    open();
    await vi.waitFor(() => expect(button("裁定…")).toBeDefined());
    button("裁定…")?.click();
    // One of two portions that cost 18 yuan together was missing.
    await vi.waitFor(() => expect(button("退款 ¥9.00")?.disabled).toBe(true));
    expect(document.body.textContent).not.toContain("骑手承担");
    type("#verdict-words", "抱歉");
    await vi.waitFor(() => expect(button("退款 ¥9.00")?.disabled).toBe(false));
    button("退款 ¥9.00")?.click();
    await vi.waitFor(() => expect(document.body.textContent).toContain("退多了"));
    expect(decide).toHaveBeenCalledWith({
      orderId,
      parts: [{ key: "0", fen: 900 }],
      bearer: "merchant",
      words: "抱歉",
    });
    expect(document.body.textContent).toContain("4bf92f35");
  });

  it("marks a kitchen that has not answered in time", async () => {
    query.mockResolvedValue([complaint({ answerBy: Date.now() - minute })]);
    open();
    await vi.waitFor(() => expect(page.textContent).toContain("商家超时未答"));
    expect(page.textContent).toContain("1 件等你裁定");
  });
});
