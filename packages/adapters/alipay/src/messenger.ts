import { err, ok } from "@sanqi/kernel";
import type { HostMessenger, SendError } from "@sanqi/notifications/use-cases";
import { textAt } from "@sanqi/outbound";
import type { AlipayConfig } from "./config.ts";
import { type AlipayDeps, createGatewayApi, type GatewayFailure } from "./gateway-api.ts";
import { templateData } from "./templates.ts";

/**
 * Faults of template or values. Every other 40004 means that this person cannot be reached (the exact code is not published;
 * complaints about a form id, too: none is sent, so what is missing is the consent).
 */
const ourFault = ["USER_KEYWORD_LENGTH_ERROR", "USER_TEMPLATE_ILLEGAL", "USER_TEMPLATE_LACK_KEYWORD"];

const recipientField: Readonly<Record<string, string>> = { open_id: "to_open_id", user_id: "to_user_id" };

/** Sends template messages (`alipay.open.app.mini.templatemessage.send`); each consent of the person pays for one. */
export function createAlipayMessenger(config: AlipayConfig, deps: AlipayDeps): HostMessenger {
  const call = createGatewayApi(config, deps);
  return {
    host: "alipay",
    async send({ to, message, page }) {
      if (message.kind === "care-alert") {
        return err(refusedHere("KIND_NOT_SENT_HERE", "care alerts go through DingTalk only"));
      }
      const recipient = recipientField[to.subjectKind];
      if (!recipient) return err(refusedHere("SUBJECT_NOT_ALIPAY", to.subjectKind));
      const answer = await call({
        method: "alipay.open.app.mini.templatemessage.send",
        content: {
          [recipient]: to.subject,
          user_template_id: config.templates[message.kind],
          page: page.replace(/^\//, ""),
          data: templateData(message),
        },
      });
      return answer.ok ? ok({ receipt: textAt(answer.value, "msg_id") ?? "" }) : err(sendError(answer.error));
    },
  };
}

const refusedHere = (code: string, detail: string): SendError => ({ kind: "messageRefused", code, detail });

function sendError(failure: GatewayFailure): SendError {
  if (failure.kind === "unknown") return { kind: "sendUnknown", detail: failure.detail };
  if (failure.kind !== "refused") return { kind: "hostBusy", detail: failure.detail };
  const { code, subCode, detail } = failure;
  const ours = code !== "40004" || ourFault.some((known) => subCode.includes(known));
  return { kind: ours ? "messageRefused" : "notDeliverable", code: subCode, detail };
}
