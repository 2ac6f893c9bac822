import { ok, type Result } from "@sanqi/kernel";
import { integerAt, type Json, objectAt, objectsAt, textAt, textsAt } from "@sanqi/outbound";
import { createDingtalkClient, type DingtalkDeps, type HostFailure } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";

export type DingtalkSendResult = {
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly failed: readonly string[];
  readonly invalid: readonly string[];
  /** Dropped: 143103 and 143104 too many a minute, 143105 a day, 143106 the same text twice, 1430002 banned words. */
  readonly forbidden: readonly { readonly userid: string; readonly code: string }[];
};

export type DingtalkSendResults = {
  /** What became of a work notification; the platform keeps it for 24 hours. `taskId` is the messenger's receipt. */
  read(taskId: string): Promise<Result<DingtalkSendResult, HostFailure>>;
};

/** Looks up what became of work notifications (`getsendresult`). */
export function createDingtalkSendResults(config: DingtalkConfig, deps: DingtalkDeps): DingtalkSendResults {
  const client = createDingtalkClient(config, deps);
  return {
    async read(taskId) {
      const answer = await client.oapi("/topapi/message/corpconversation/getsendresult", {
        agent_id: config.agentId,
        task_id: Number(taskId),
      });
      return answer.ok ? ok(toResult(objectAt(answer.value, "send_result"))) : answer;
    },
  };
}

const toResult = (from: Json | undefined): DingtalkSendResult => ({
  read: textsAt(from, "read_user_id_list"),
  unread: textsAt(from, "unread_user_id_list"),
  failed: textsAt(from, "failed_user_id_list"),
  invalid: textsAt(from, "invalid_user_id_list"),
  forbidden: objectsAt(from, "forbidden_list").map((entry) => ({
    userid: textAt(entry, "userid") ?? "",
    code: textAt(entry, "code") ?? String(integerAt(entry, "code") ?? ""),
  })),
});
