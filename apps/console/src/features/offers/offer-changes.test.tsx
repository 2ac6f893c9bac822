// @vitest-environment jsdom
import { toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { rpc } from "../../rpc/client.ts";
import { OfferChanges } from "./offer-changes.tsx";

vi.mock("../../rpc/client.ts", () => ({
  rpc: { console: { offers: { query: vi.fn(async () => []) }, offerChanges: { query: vi.fn() } } },
}));
const query = vi.mocked(rpc.console.offerChanges.query);

it("tells who changed what of an offer, and reads on from the last number that it has", async () => {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  const change = (changeNo: number, before: unknown, after: unknown) => ({
    ...{ changeNo, before, after, at: 1, actorName: "小运营", traceId: "4bf92f35", kind: "changed" as const },
    accountId: toId("account", `acc_${"0".repeat(20)}`),
    discountId: toId("discount", `dsc_${"0".repeat(20)}`),
  });
  const first = Array.from({ length: 50 }, (_, index) =>
    change(100 - index, { name: "午间满减", priceFen: 500 }, { name: "午间满减", priceFen: 600 + index }),
  );
  query.mockResolvedValueOnce(first).mockResolvedValueOnce([change(7, null, { name: "最早的" })]);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  root.render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <App>
        <OfferChanges onClose={() => undefined} />
      </App>
    </QueryClientProvider>,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain("¥5.00 → ¥6.00"));
  expect(document.body.textContent).toContain("小运营");
  [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("看更早的"))?.click();
  await vi.waitFor(() => expect(document.body.textContent).toContain("最早的"));
  expect(query.mock.calls.map(([wanted]) => wanted.before)).toEqual([null, 51]);
  root.unmount();
});
