// @vitest-environment jsdom
import { fen, toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { createRoot, type Root } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { rpc } from "../../rpc/client.ts";
import { StuckShares } from "./stuck-shares.tsx";
import type { StuckShare } from "./use-ledger.ts";

vi.mock("../../rpc/client.ts", () => ({
  rpc: { console: { stuckShares: { query: vi.fn() }, settleShare: { mutate: vi.fn() } } },
}));
const query = vi.mocked(rpc.console.stuckShares.query);
const settle = vi.mocked(rpc.console.settleShare.mutate);

const share: StuckShare = {
  paymentId: toId("payment", `pay_${"0".repeat(20)}`),
  orderId: toId("order", `ord_${"0".repeat(20)}`),
  channel: "wechatPay",
  transactionId: "4200001",
  asked: 21,
  parts: [
    {
      ...{ party: "merchant", to: { kind: "merchant", account: "19001" }, amountFen: fen(1700) },
      ...{ result: "pending", failure: null, returnedFen: fen(0) },
    },
    {
      ...{ party: "rider", to: { kind: "merchant", account: "19002" }, amountFen: fen(300) },
      ...{ result: "success", failure: null, returnedFen: fen(0) },
    },
  ],
};

let root: Root;
beforeEach(() => {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  root = createRoot(document.body.appendChild(document.createElement("div")));
  root.render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <App>
        <MemoryRouter>
          <StuckShares />
        </MemoryRouter>
      </App>
    </QueryClientProvider>,
  );
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});
const button = (name: string) =>
  [...document.querySelectorAll("button")]
    .filter((one) => one.textContent?.replace(/\s/g, "") === name)
    .at(-1);
const shows = (text: string) => vi.waitFor(() => expect(document.body.textContent).toContain(text));

query.mockResolvedValue([share]);

it("is settled as the operator has seen it at the platform, with a reason and what is still open of it", async () => {
  settle.mockResolvedValue({ state: "finished" });
  await shows("4200001");
  button("了结…")?.click();
  await shows("先选在平台看到的结果");
  expect(button("了结")?.disabled).toBe(true);
  const arrived = [...document.querySelectorAll<HTMLElement>(".ant-segmented-item-input")][1];
  arrived?.click();
  await shows("记为已分出 ¥17.00");
  expect(button("了结")?.disabled).toBe(true);
  const words = document.querySelector<HTMLTextAreaElement>("#settle-words");
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(words, "商户平台 12:05");
  words?.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(button("了结")?.disabled).toBe(false));
  query.mockResolvedValue([]);
  button("了结")?.click();
  await vi.waitFor(() =>
    expect(settle).toHaveBeenCalledWith({
      paymentId: share.paymentId,
      outcome: "shared",
      words: "商户平台 12:05",
    }),
  );
  await vi.waitFor(() => expect(document.querySelector(".stuck-shares")).toBeNull());
});
