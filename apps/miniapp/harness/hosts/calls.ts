import type { Phone } from "../phone.ts";

/** What an app passes to an asynchronous call of its host. */
export type Options = Record<string, unknown> & {
  success?: (answer: object) => void;
  fail?: (answer: object) => void;
  complete?: (answer: object) => void;
};

/** The call fails with this answer. */
export class Refusal extends Error {
  readonly answer: Record<string, unknown>;
  constructor(answer: Record<string, unknown>) {
    super(JSON.stringify(answer));
    this.answer = answer;
  }
}

export type Guard = (what: string, run: () => void) => void;
export type Work = (options: Options) => Promise<object> | object;
/** How a host words its answers: WeChat adds errMsg with the name of the call. */
export type Wording = (name: string, answer: object, ok: boolean) => object;

/** Makes host calls out of work: exactly one of success and fail, then complete, never before the call returned. */
export function callsOf(works: Record<string, Work>, wording: Wording, guard: Guard) {
  const calls: Record<string, (options?: Options) => void> = {};
  for (const [name, work] of Object.entries(works)) {
    calls[name] = (options = {}) => {
      void Promise.resolve()
        .then(() => work(options))
        .then(
          (answer) => ({ ok: true, answer }),
          (error: unknown) => {
            if (error instanceof Refusal) return { ok: false, answer: error.answer };
            throw error;
          },
        )
        .then(({ ok, answer }) => {
          const said = wording(name, answer, ok);
          guard(`${name} callback`, () => (ok ? options.success : options.fail)?.(said));
          guard(`${name} complete`, () => options.complete?.(said));
        });
    };
  }
  return calls;
}

/** What the device's cashier is told to do, and then whatever else happens before the app hears of it. */
export async function atCashier<T>(phone: Phone, press: (outcome: string) => Promise<T>): Promise<T> {
  const { pay } = phone.answers;
  const answer = await press(pay === "lost" ? "pay" : pay);
  await phone.whenPaid?.();
  return answer;
}

/** Query parameters of a GET and the body of anything else, as hosts make them from `data`. */
export function sent(url: string, method: string, data: unknown): { url: string; body?: string } {
  if (data === undefined || data === null || data === "") return { url };
  const pairs = () =>
    Object.entries(data as Record<string, unknown>).map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
    );
  if (method === "GET")
    return typeof data === "string"
      ? { url }
      : { url: `${url}${url.includes("?") ? "&" : "?"}${pairs().join("&")}` };
  return { url, body: typeof data === "string" ? data : JSON.stringify(data) };
}

/** Data as the app asked for it: text stays text, everything else is parsed where it can be. */
export function received(text: string, dataType: unknown): unknown {
  if (dataType === "text") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
