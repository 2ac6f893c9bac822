import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { type Finding, good, note, wrong } from "./finding.ts";
import type { Settings } from "./settings.ts";

const timeoutMs = 10_000;
const proxyFix = {
  zh: "让 TLS 代理把整个域名（含 /callbacks/、/trpc 的 WebSocket）转给服务，并打开对公网的 443 端口",
  en: "let the TLS proxy hand the whole host (also /callbacks/ and WebSockets on /trpc) to the product, open port 443",
};

/** What the platforms meet when they call back: https, our own health answer, and callbacks that are there. */
export async function checkPublicUrl(
  { config, unusable }: Settings,
  fetch: typeof globalThis.fetch,
): Promise<Finding[]> {
  if (unusable.has("PUBLIC_URL")) return [];
  const name = "PUBLIC_URL";
  const found: Finding[] = [];
  if (!config.publicUrl.startsWith("https://") && config.mode !== "production")
    found.push(
      note(name, { zh: "不是 https，平台不会回调。", en: "is not https: no platform will call it back." }),
    );
  const ask = (path: string, method: string) =>
    fetch(`${config.publicUrl}${path}`, {
      method,
      ...(method === "POST" ? { body: "{}", headers: { "content-type": "application/json" } } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
  try {
    const health = await ask("/healthz", "GET");
    const alive = health.status === 200 && (await health.text()).includes('"alive":true');
    if (!alive)
      return [
        ...found,
        wrong(
          name,
          { zh: "那里回答的不是本服务。", en: `/healthz answers ${health.status}, not as the product does.` },
          proxyFix,
        ),
      ];
  } catch (cause) {
    const { cause: deeper, name: kind } = cause as Error & { cause?: { code?: string } };
    return [
      ...found,
      wrong(
        name,
        { zh: "从这里访问不到。", en: `cannot be reached from here: ${deeper?.code ?? kind}.` },
        {
          zh: "先启动服务和 TLS 代理，核对域名、证书和端口",
          en: "start the product and the TLS proxy, check name, certificate and port",
        },
      ),
    ];
  }
  found.push(good(name, "可以访问，", "reachable: /healthz answers."));
  const campusId = config.seedDemo ? readDemo().ids.campusId : config.campusId;
  if (unusable.has("SANQI_CAMPUS")) return found;
  for (const channel of ["wechat-pay", "alipay"]) {
    const path = `/callbacks/${channel}/${campusId}`;
    found.push(await checkCallback(path, () => ask(path, "POST")));
  }
  return found;
}

/** An unsigned letter must be refused by the product itself; it counts there as one forged notification. */
async function checkCallback(path: string, ask: () => Promise<Response>): Promise<Finding> {
  try {
    const answer = await ask();
    const text = await answer.text();
    const html = /html/i.test(answer.headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
    // Our refusals are the platforms' words for "send it again": `fail`, or {"code":"FAIL"}.
    if (answer.status >= 400 && answer.status !== 404 && !html && /fail/i.test(text))
      return good(path, "拒绝没有签名的通知。", `refuses an unsigned notification (${answer.status}).`);
    return wrong(
      path,
      {
        zh: "支付通知到不了本服务。",
        en: `answers ${answer.status}${html ? " with a page" : ""}: notifications do not arrive.`,
      },
      proxyFix,
    );
  } catch {
    return wrong(path, { zh: "没有回答。", en: "no answer." }, proxyFix);
  }
}
