import { err, ok } from "@sanqi/kernel";
import type { Login } from "./login-port";

export type { Login, LoginCode, LoginRefusal } from "./login-port";

/** wx.login gives a code that lives five minutes and works once. */
export const login: Login = () =>
  new Promise((resolve) => {
    wx.login({
      success: ({ code }) =>
        resolve(code ? ok({ host: "weapp", code }) : err({ kind: "loginRefused", detail: "no code" })),
      fail: ({ errMsg }) => resolve(err({ kind: "loginRefused", detail: errMsg })),
    });
  });
