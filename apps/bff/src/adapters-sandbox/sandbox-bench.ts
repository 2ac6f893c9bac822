import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createIds, fen, type Host, minute, type Result } from "@sanqi/kernel";
import type {
  GatewayNotification,
  NotificationError,
  PaymentGateway,
  PrepareRequest,
  RefundRequest,
} from "@sanqi/payments/use-cases";
import { createSandboxCredentials, envFor, startSandbox } from "@sanqi/sandbox";

type Fields = Record<string, unknown>;
type InboxMessage = { title: string; lines: { label: string; value: string }[]; page: string | null };

const ids = createIds(Date.now, (bytes) => crypto.getRandomValues(bytes));

/** A sandbox of its own, the phone's calls, and a clock that both sides share and that can be moved ahead. */
export async function startBench() {
  const credentials = createSandboxCredentials();
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const sandbox = await startSandbox({ credentials, clock, notifyScale: 0.001 });

  async function call(method: string, path: string, body?: object): Promise<Fields> {
    const response = await fetch(sandbox.url + path, {
      method,
      ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Fields;
  }

  return {
    env: envFor(credentials, sandbox.url),
    deps: { fetch: globalThis.fetch, clock, nonce: () => randomBytes(16).toString("hex") },
    clock,
    advance(ms: number) {
      ahead += ms;
    },
    /** What the host app on the phone does. */
    phone: (path: string, body: object) => call("POST", `/device/${path}`, body),
    loadDirectory: (directory: object) => call("PUT", "/device/dingtalk/directory", directory),
    faults: (patch: object) => call("PUT", "/admin/faults", patch),
    messages: async (host: Host, person: string) =>
      (await call("GET", `/device/messages?host=${host}&person=${person}`)) as unknown as InboxMessage[],
    close: () => sandbox.close(),
  };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

type Seen = {
  readonly shares: {
    readonly outTradeNo: string;
    readonly state: string;
    readonly unfreezes: boolean;
    readonly parts: readonly {
      readonly account: string;
      readonly amountFen: number;
      readonly returnedFen: number;
    }[];
  }[];
  readonly shippings: {
    readonly outTradeNo: string;
    readonly logisticsType: number;
    readonly goods: string;
    readonly uploadTime: string;
  }[];
};

/** What the platforms know of shares and of goods on their way. */
export async function sandboxState({ env }: Bench): Promise<Seen> {
  const response = await fetch(new URL("/admin/state", env.WECHAT_API_BASE));
  return (await response.json()) as Seen;
}

/** A webhook on a free port that reads with the gateway and answers as it says; `next` waits for what comes. */
export async function startWebhook(gateway: PaymentGateway) {
  const read: ReturnType<PaymentGateway["readNotification"]>[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = request.headers as Record<string, string | undefined>;
    const result = gateway.readNotification({ headers, body: Buffer.concat(parts) });
    const answer = gateway.answer(result.ok);
    response.writeHead(answer.status, { "content-type": answer.contentType }).end(answer.body);
    read.push(result);
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks/pay`,
    /** What was made of the next notification that arrives. */
    async next(): Promise<Result<GatewayNotification, NotificationError>> {
      while (true) {
        const result = read.shift();
        if (result) return result;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export type Webhook = Awaited<ReturnType<typeof startWebhook>>;

/** The order of a lunch for 24.05 yuan, payable for a quarter of an hour. */
export const lunch = (
  bench: Bench,
  webhook: Webhook,
  who: Pick<PrepareRequest, "host" | "payer">,
): PrepareRequest => ({
  paymentId: ids.next("payment"),
  ...who,
  amount: fen(2405),
  description: "一食堂 川味小炒 🍚",
  expiresAt: bench.clock.now() + 15 * minute,
  notifyUrl: webhook.url,
});

/** The refund of some or all of it. */
export const refundOf = (order: PrepareRequest, amount: number = order.amount): RefundRequest => ({
  refundId: ids.next("refund"),
  paymentId: order.paymentId,
  amount: fen(amount),
  total: order.amount,
  reason: "商家拒单",
  notifyUrl: order.notifyUrl,
});

/** The value of a success; throws with the error otherwise. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
