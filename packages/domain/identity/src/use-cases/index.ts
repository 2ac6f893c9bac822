import type { IdentityUseCases } from "./api.ts";
import { consoleLogin } from "./console-login.ts";
import type { IdentityDeps } from "./deps.ts";
import { invite, redeemInvitation } from "./invitations.ts";
import { joinConsole } from "./join-console.ts";
import { login } from "./login.ts";
import { type IdentityOperations, operations } from "./operations.ts";
import { revokeRole } from "./revoke-role.ts";
import { logout, session } from "./session.ts";
import { createSessionCache } from "./session-cache.ts";

export type * from "./api.ts";
export type { IdentityDeps } from "./deps.ts";
export { type IdentityOperations, setConsolePassword } from "./operations.ts";
export type * from "./ports.ts";

/** Everything about who people are on a campus. One per process: it keeps the sessions that were read lately. */
export function createIdentityUseCases(deps: IdentityDeps): IdentityUseCases & IdentityOperations {
  const desk = { ...deps, cache: createSessionCache(deps.clock) };
  const { store, clock } = deps;
  return {
    login: login(desk),
    consoleLogin: consoleLogin(desk),
    joinConsole: joinConsole(desk),
    session: session(desk),
    logout: logout(desk),
    async profile({ campusId, accountId }) {
      return (await store.profile(campusId, accountId)) ?? { placeId: null, language: "zh" };
    },
    async setProfile({ campusId, accountId }, { placeId, language }) {
      await store.saveProfile(campusId, accountId, { placeId, language, at: clock.now() });
      return { placeId, language };
    },
    invite: invite(desk),
    redeemInvitation: redeemInvitation(desk),
    revokeRole: revokeRole(desk),
    people: (campusId, query) => store.people(campusId, query),
    subjectOn: (campusId, accountId, host) => store.subjectOn(campusId, accountId, host),
    ...operations(desk),
  };
}
