import { err, ok } from "@sanqi/kernel";
import type { HostMessenger, SendError } from "@sanqi/notifications/use-cases";
import { createDingtalkClient, type DingtalkDeps, type HostFailure } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";
import { workNotification } from "./work-notification.ts";

/** 33012 and 60121 no such member, 50002 outside what the app may see. */
const notDeliverable = ["33012", "60121", "50002"];

/**
 * Sends work notifications (`asyncsend_v2`). The receipt is the task id: acceptance only, because messages over a limit are
 * dropped without a word; `createDingtalkSendResults` tells what became of it.
 */
export function createDingtalkMessenger(config: DingtalkConfig, deps: DingtalkDeps): HostMessenger {
  const client = createDingtalkClient(config, deps);
  return {
    host: "dd",
    async send({ to, message, page, firstTriedAt }) {
      if (to.subjectKind !== "userid") return err(refusedHere("SUBJECT_NOT_USERID", to.subjectKind));
      const answer = await client.oapi("/topapi/message/corpconversation/asyncsend_v2", {
        agent_id: config.agentId,
        userid_list: to.subject,
        msg: workNotification(message, page, firstTriedAt),
      });
      if (!answer.ok) return err(sendError(answer.error));
      const task = answer.value.task_id;
      return ok({ receipt: typeof task === "number" || typeof task === "string" ? String(task) : "" });
    },
  };
}

const refusedHere = (code: string, detail: string): SendError => ({ kind: "messageRefused", code, detail });

function sendError(failure: HostFailure): SendError {
  if (failure.kind === "unknown") return { kind: "sendUnknown", detail: failure.detail };
  if (failure.kind !== "refused") return { kind: "hostBusy", detail: failure.detail };
  const kind = notDeliverable.includes(failure.code) ? "notDeliverable" : "messageRefused";
  return { kind, code: failure.code, detail: failure.detail };
}
