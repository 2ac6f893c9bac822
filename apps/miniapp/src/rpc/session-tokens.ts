import type { CampusId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { host } from "../platform/host";
import { login } from "../platform/login";
import type { BareApi } from "./bare-api";
import { campusOf } from "./campus";
import { clientConfig } from "./client-config";
import { OwnFailure } from "./failure";

/** So soon after a log-in, a refusal still speaks of the token before. */
const freshMs = 5000;

const storageKey = () => `sanqi.session.${host.name}.${host.person}`;

/**
 * The session token of the person in front: kept in the host's storage, fetched silently when there is none or when
 * the server no longer takes it. However many calls need one at the same time, the host is asked once.
 */
export function createSessionTokens(bare: BareApi) {
  let token: string | null = null;
  let asking: Promise<string> | null = null;

  let issuedAt = 0;

  function forget(): void {
    token = null;
    Taro.removeStorageSync(storageKey());
  }

  async function logIn(): Promise<string> {
    const config = await clientConfig();
    const code = await login(config);
    if (!code.ok)
      throw new OwnFailure(code.error.kind === "hostNeeded" ? "HOST_NEEDED" : "HOST_LOGIN_FAILED");
    const campusId = campusOf(config) as CampusId;
    const issued = await bare.identity.login.mutate({ campusId, ...code.value, device: host.device() });
    Taro.setStorageSync(storageKey(), issued.token);
    return issued.token;
  }

  return {
    /** The token to send now; logs in when there is none. Throws what `failureOf` can read. */
    current(): Promise<string> {
      token ??= (Taro.getStorageSync(storageKey()) as string) || null;
      if (token) return Promise.resolve(token);
      asking ??= logIn()
        .then((issued) => {
          token = issued;
          issuedAt = Date.now();
          return issued;
        })
        .finally(() => {
          asking = null;
        });
      return asking;
    },
    /** Forgets the token, here and in storage: the next call logs in again. */
    forget,
    /** The server refused the token. Calls of one batch are all refused: only the first may drop what they shared. */
    refused(): void {
      if (Date.now() - issuedAt > freshMs) forget();
    },
  };
}
