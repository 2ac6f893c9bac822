// @vitest-environment jsdom
import { minute } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { createRoot, type Root } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Saga } from "../features/operations/use-operations.ts";
import { rpc } from "../rpc/client.ts";
import { OperationsPage } from "./operations-page.tsx";

vi.mock("../rpc/client.ts", () => ({
  rpc: {
    console: {
      attention: { query: vi.fn() },
      failedEvents: { query: vi.fn() },
      replayEvent: { mutate: vi.fn() },
      breakers: { query: vi.fn() },
      sagas: { query: vi.fn() },
      saga: { query: vi.fn() },
      retrySaga: { mutate: vi.fn() },
      jobs: { query: vi.fn() },
      runJobAgain: { mutate: vi.fn() },
      ambiguousMessages: { query: vi.fn() },
    },
  },
}));
const api = vi.mocked(rpc.console, { deep: true });
const orderId = `ord_${"0".repeat(20)}`;
const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const calm = { parkedEvents: 0, stuckSagas: 0, stuckShares: 0, openBreakers: 0, failedJobs: 0, workers: 1 };
const words = (zh: string) => ({ zh, en: zh });

const stuck: Saga = {
  sagaId: "orderEnded/1",
  kind: "orderEnded",
  title: words("订单结束退款"),
  subject: orderId,
  label: "A107",
  state: "stuck",
  step: { name: "moneyBack", title: words("平台退款到账") },
  attempt: 2,
  refusal: "NOT_ENOUGH",
  toDo: words("先看原因"),
  late: false,
  startedAt: Date.now() - minute,
  sinceAt: Date.now() - minute,
  stuckAt: Date.now() - minute,
  endedAt: null,
  traceId,
};

describe("operations page", () => {
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
    vi.clearAllMocks();
    api.attention.query.mockResolvedValue(calm);
    page = document.body.appendChild(document.createElement("div"));
    root = createRoot(page);
  });
  afterEach(() => {
    root.unmount();
    document.body.replaceChildren();
  });

  const open = (address: string) => {
    router = createMemoryRouter(
      [
        { path: "/operations/:tab?", element: <OperationsPage /> },
        { path: "/orders/:orderId", element: <p>the story</p> },
      ],
      { initialEntries: [address] },
    );
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <App>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>,
    );
  };
  const shows = (text: string) => vi.waitFor(() => expect(document.body.textContent).toContain(text));
  const press = async (text: string) => {
    const button = await vi.waitFor(() => {
      const found = [...document.querySelectorAll("button")].filter((one) => one.textContent?.includes(text));
      if (found.length === 0) throw new Error(`no button ${text}`);
      return found.at(-1);
    });
    button?.click();
  };

  it("is calm where nothing waits for a person, and says what does and where to go", async () => {
    open("/operations");
    await shows("没有要你动手的");
    root.unmount();
    root = createRoot(page);
    api.attention.query.mockResolvedValue({ ...calm, parkedEvents: 2, openBreakers: 1, workers: 0 });
    open("/operations");
    await shows("没有后台进程在运行");
    const links = [...page.querySelectorAll<HTMLAnchorElement>(".alarm a")].map((a) =>
      a.getAttribute("href"),
    );
    expect(links).toEqual(["/operations/consumers", "/operations/events", "/operations/breakers"]);
    const tab = [...page.querySelectorAll("[role=tab]")].find((one) => one.textContent?.startsWith("事件"));
    expect(tab?.textContent).toBe("事件2项需要处理");
  });

  it("shows a parked event with its reason, trace and order, and replays it once that is confirmed", async () => {
    api.failedEvents.query.mockResolvedValue({
      failed: [
        {
          consumer: "send-refund-on-refund-requested",
          eventId: "evt_1",
          type: "refund.requested",
          key: orderId,
          attempts: 10,
          error: "certificate expired",
          occurredAt: 1,
          parkedAt: 2,
          traceId,
        },
      ],
      delayed: [
        {
          consumer: "notify-weapp-on-order-event",
          eventId: "evt_2",
          type: "order.accepted",
          key: orderId,
          attempts: 0,
          reason: "weapp is given a rest",
          heldSince: 1,
          nextAt: 2,
          occurredAt: 1,
          traceId,
        },
      ],
      lag: [],
    });
    api.replayEvent.mutate.mockResolvedValue({ replayed: true });
    open("/operations/events");
    await shows("certificate expired");
    expect(page.textContent).toContain(traceId);
    expect(page.textContent).toContain("weapp is given a rest");
    expect(page.textContent).toContain("起等轮到");
    expect(page.querySelector(`.parked a[href="/orders/${orderId}"]`)).not.toBeNull();
    await press("重放");
    await shows("会立刻重放 1 个事件");
    expect(api.replayEvent.mutate).not.toHaveBeenCalled();
    await press("立即重放");
    await shows("已交给消费者");
    expect(api.replayEvent.mutate).toHaveBeenCalledWith({
      consumer: "send-refund-on-refund-requested",
      eventId: "evt_1",
    });
  });

  it("opens a stuck saga with what undoes each step, and retries it", async () => {
    api.sagas.query.mockResolvedValue({ stuck: [stuck], running: [], ended: [] });
    api.saga.query.mockResolvedValue({
      saga: stuck,
      steps: [
        {
          ...{ name: "ended", title: words("订单结束"), state: "done", by: null },
          compensation: { name: "none", because: words("结束的订单不复活") },
          ...{ operator: words("无需处理"), at: Date.now(), traceId },
        },
        {
          ...{ name: "moneyBack", title: words("平台退款到账"), state: "refused", by: "send-refund" },
          compensation: { name: "renew-refund", words: words("换新的退款号重来") },
          ...{ operator: words("先看原因"), at: null, traceId: null },
        },
      ],
      proofs: [],
      deliveries: [],
    });
    api.retrySaga.mutate.mockResolvedValue({ retried: true });
    open("/operations/sagas");
    await shows("卡住 1");
    await press("A107");
    await shows("结束的订单不复活");
    await shows("换新的退款号重来");
    expect(router.state.location.search).toBe("?saga=orderEnded%2F1");
    await press("立即重试这一步");
    await shows("不会多退一分钱");
    await press("立即重试");
    await vi.waitFor(() => expect(api.retrySaga.mutate).toHaveBeenCalledWith({ sagaId: "orderEnded/1" }));
  });

  it("runs a failed job again", async () => {
    api.jobs.query.mockResolvedValue({
      figures: { waiting: 5, due: 0, running: 0, parked: 1, oldestDueMs: 0, workers: 1 },
      failed: [
        {
          ...{
            id: 7,
            task: "order-deadline",
            key: `order/cmp_${"0".repeat(20)}/${orderId}`,
            state: "parked",
          },
          ...{ runAt: 1, attempts: 10, maxAttempts: 10, lastError: "no such column" },
          ...{ lockedBy: null, lockedAt: null },
        },
      ],
      due: [],
    });
    api.runJobAgain.mutate.mockResolvedValue({ moved: false });
    open("/operations/jobs");
    await shows("no such column");
    await press("再跑一次…");
    await shows("跑两次是安全的");
    await press("再跑一次");
    await shows("它已经不在了");
    expect(api.runJobAgain.mutate).toHaveBeenCalledWith({ id: 7 });
  });

  it("keeps what it knew while reading fails, and says so; without any it offers to read again", async () => {
    api.ambiguousMessages.query.mockRejectedValueOnce(new TypeError("fetch failed")).mockResolvedValue([]);
    open("/operations/messages");
    await vi.waitFor(() => expect(page.querySelector("[role=alert]")?.textContent).toContain("连不上服务器"));
    await press("再试一次");
    await shows("每条消息都有结果");
    root.unmount();
    root = createRoot(page);
    api.attention.query.mockResolvedValueOnce(calm).mockRejectedValue(new TypeError("fetch failed"));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open("/operations");
    await shows("没有要你动手的");
    await vi.advanceTimersByTimeAsync(5_100);
    await shows("读取失败，下面是");
    expect(page.textContent).toContain("没有要你动手的");
    vi.useRealTimers();
  });
});
