import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "../routers/index.ts";
import { consoleCookie } from "./callers.ts";
import type { Client, Stage } from "./stage.ts";

/** The demo's operator at the console, with the cookie of a real log-in. */
export async function atDesk(stage: Stage): Promise<Client> {
  const { cookie } = await consoleCookie(stage);
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${stage.url}/trpc`, headers: { cookie, origin: stage.url } })],
  });
}
