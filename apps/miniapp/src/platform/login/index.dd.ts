import { err, ok } from "@sanqi/kernel";
import type { Login } from "./login-port";

export type { Login, LoginCode, LoginRefusal } from "./login-port";

/** DingTalk's code belongs to one corporation, so it must be named. */
export const login: Login = (config) =>
  new Promise((resolve) => {
    dd.getAuthCode({
      corpId: config.apps.dd.corpId,
      success: ({ authCode }) =>
        resolve(
          authCode ? ok({ host: "dd", code: authCode }) : err({ kind: "loginRefused", detail: "no code" }),
        ),
      fail: (failure) =>
        resolve(err({ kind: "loginRefused", detail: String(failure.errorMessage ?? failure.error ?? "") })),
    });
  });
