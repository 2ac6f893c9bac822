import { err, ok } from "@sanqi/kernel";
import type { HostMessenger, SendError } from "@sanqi/notifications/use-cases";
import type { WechatConfig } from "./config.ts";
import { type ApiFailure, createMiniProgramApi, type WechatDeps } from "./mini-program-api.ts";
import { templateData } from "./templates.ts";

/** 40003 no such openid, 43101 no grant left or refused, 43107 the ability is banned for this app. */
const notDeliverable = [40003, 43101, 43107];
/** -1 busy, 40001/40014/42001 token, 43108 two sends to one person at once, 45009 and 45011 quotas. */
const busy = [-1, 40001, 40014, 42001, 43108, 45009, 45011];

/** Sends one-time subscribe messages (`/cgi-bin/message/subscribe/send`); each consent of the person pays for one. */
export function createWechatMessenger(config: WechatConfig, deps: WechatDeps): HostMessenger {
  const api = createMiniProgramApi(config, deps);
  return {
    host: "weapp",
    async send({ to, message, page }) {
      if (message.kind === "care-alert") {
        return err(refusedHere("KIND_NOT_SENT_HERE", "care alerts go through DingTalk only"));
      }
      if (to.subjectKind !== "openid") return err(refusedHere("SUBJECT_NOT_OPENID", to.subjectKind));
      const fitted = templateData(message);
      if ("unfit" in fitted) return err(refusedHere("VALUE_UNFIT", fitted.unfit));
      const answer = await api.callWithToken("/cgi-bin/message/subscribe/send", {
        touser: to.subject,
        template_id: config.templates[message.kind],
        page: page.replace(/^\//, ""),
        data: fitted.data,
        miniprogram_state: config.miniprogramState,
        lang: "zh_CN",
      });
      if (!answer.ok) return err(sendError(answer.error));
      const { msgid } = answer.value;
      return ok({ receipt: typeof msgid === "string" || typeof msgid === "number" ? String(msgid) : "" });
    },
  };
}

const refusedHere = (code: string, detail: string): SendError => ({ kind: "messageRefused", code, detail });

function sendError(failure: ApiFailure): SendError {
  if (failure.kind === "unsent") return { kind: "hostBusy", detail: failure.detail };
  if (failure.kind === "unknown") return { kind: "sendUnknown", detail: failure.detail };
  const { errcode, detail } = failure;
  if (notDeliverable.includes(errcode)) return { kind: "notDeliverable", code: String(errcode), detail };
  if (busy.includes(errcode)) return { kind: "hostBusy", detail: `errcode ${errcode}` };
  return { kind: "messageRefused", code: String(errcode), detail };
}
