import { type Clock, minute, ok, type Result, second } from "@sanqi/kernel";

export type TokenGrant = { readonly token: string; readonly expiresInSeconds: number };

export type TokenSource<E> = {
  /** The current token; callers that come while it is being fetched share that one call. */
  current(): Promise<Result<string, E>>;
  /** A token to use instead of `refused`, which the platform did not accept. */
  replace(refused: string): Promise<Result<string, E>>;
};

/** Keeps one access token: fetched once for all callers, renewed before it expires. */
export function createTokenSource<E>(
  fetchToken: () => Promise<Result<TokenGrant, E>>,
  clock: Clock,
): TokenSource<E> {
  let held: { token: string; until: number } | undefined;
  let flight: Promise<Result<string, E>> | undefined;

  async function load(): Promise<Result<string, E>> {
    const answer = await fetchToken();
    if (!answer.ok) return answer;
    const life = answer.value.expiresInSeconds * second;
    // While it is valid, asking again renews the same token; a short-lived one is used for half its life.
    held = { token: answer.value.token, until: clock.now() + life - Math.min(5 * minute, life / 2) };
    return ok(held.token);
  }

  function renew(): Promise<Result<string, E>> {
    flight ??= load().finally(() => {
      flight = undefined;
    });
    return flight;
  }

  return {
    current: async () => (held && clock.now() < held.until ? ok(held.token) : renew()),
    async replace(refused) {
      // Somebody else may have replaced it while we waited for our refusal.
      if (held && held.token !== refused && clock.now() < held.until) return ok(held.token);
      held = undefined;
      return renew();
    },
  };
}
