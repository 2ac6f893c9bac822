import type { HostLogin } from "@sanqi/identity/use-cases";
import { err, ok } from "@sanqi/kernel";
import { objectAt, textAt } from "@sanqi/outbound";
import { createDingtalkClient, type DingtalkDeps } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";

/** 40078: the code is unknown, used or older than five minutes. */
const codeRefused = "40078";

/** Exchanges the code of `dd.getAuthCode` for the member of the corporation (`/topapi/v2/user/getuserinfo`). */
export function createDingtalkLogin(config: DingtalkConfig, deps: DingtalkDeps): HostLogin {
  const client = createDingtalkClient(config, deps);
  const unavailable = (detail: string) => err({ kind: "hostUnavailable", host: "dd", detail } as const);
  return {
    async exchange(code) {
      const answer = await client.oapi("/topapi/v2/user/getuserinfo", { code });
      if (!answer.ok) {
        const failure = answer.error;
        if (failure.kind !== "refused") return unavailable(failure.detail);
        if (failure.code === codeRefused) return err({ kind: "loginCodeRefused", code: failure.code });
        return unavailable(`errcode ${failure.code}`);
      }
      const member = objectAt(answer.value, "result");
      const userid = textAt(member, "userid");
      if (!userid) return unavailable("answer without userid");
      return ok({
        platform: "dd",
        app: config.corpId,
        subjectKind: "userid",
        subject: userid,
        union: textAt(member, "unionid") ?? null,
        name: textAt(member, "name") ?? null,
      });
    },
  };
}
