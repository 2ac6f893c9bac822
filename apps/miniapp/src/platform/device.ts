import type { ClientConfig } from "./client-config";

/**
 * Calls the sandbox's stand-in for the phone (browser only). Throws where there is none or it does not answer; the
 * platform files turn that into their own refusals.
 */
export async function device<T>(
  config: ClientConfig,
  path: string,
  body: Record<string, unknown>,
): Promise<T> {
  if (config.sandboxUrl === null) throw new Error("no sandbox");
  const answer = await fetch(`${config.sandboxUrl}/device/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`the sandbox answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return (await answer.json()) as T;
}
