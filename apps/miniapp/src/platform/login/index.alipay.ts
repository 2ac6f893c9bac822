import { err, ok } from "@sanqi/kernel";
import type { Login } from "./login-port";

export type { Login, LoginCode, LoginRefusal } from "./login-port";

/** The scope auth_base is the silent one; auth_user would ask the person. */
export const login: Login = () =>
  new Promise((resolve) => {
    my.getAuthCode({
      scopes: "auth_base",
      success: ({ authCode }) =>
        resolve(
          authCode
            ? ok({ host: "alipay", code: authCode })
            : err({ kind: "loginRefused", detail: "no code" }),
        ),
      fail: (failure) =>
        resolve(err({ kind: "loginRefused", detail: String(failure?.errorMessage ?? failure?.error ?? "") })),
    });
  });
