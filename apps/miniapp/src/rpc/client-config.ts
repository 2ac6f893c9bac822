import type { ClientConfig } from "../platform/client-config";
import { apiBase } from "./api-base";
import { OwnFailure } from "./failure";
import { fetchOverTaro } from "./fetch-over-taro";

let loading: Promise<ClientConfig> | null = null;

async function load(): Promise<ClientConfig> {
  const answer = await fetchOverTaro(`${apiBase()}/client-config.json`).catch(() => {
    throw new OwnFailure("NETWORK");
  });
  if (!answer.ok) throw new OwnFailure("SERVER_UNREADABLE");
  return (await answer.json()) as ClientConfig;
}

/** Read once per start; a failure is forgotten, so that the next try asks again. */
export function clientConfig(): Promise<ClientConfig> {
  loading ??= load().catch((failure: unknown) => {
    loading = null;
    throw failure;
  });
  return loading;
}
