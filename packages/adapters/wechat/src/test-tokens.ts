import { json, type Received, type Reply, type TestHost } from "@sanqi/outbound/test-host";

/** Plays stable_token (the same token while it is valid) and answers sends by `onSend`. */
export function playTokens(host: TestHost, onSend: (request: Received, token: string) => Reply) {
  const state = { token: 1, calls: [] as boolean[] };
  host.reply = (request) => {
    if (request.path === "/cgi-bin/stable_token") {
      const force = JSON.parse(request.body).force_refresh;
      state.calls.push(force);
      if (force) state.token += 1;
      return json({ access_token: `token ${state.token}`, expires_in: 7200 });
    }
    const url = new URL(request.path, host.url);
    return onSend(request, url.searchParams.get("access_token") ?? "");
  };
  return state;
}
