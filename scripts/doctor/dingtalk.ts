import { randomBytes } from "node:crypto";
import { createDingtalkContacts, type DingtalkConfig } from "@sanqi/dingtalk";
import { adviceFor } from "./advice.ts";
import { type Finding, good, wrong } from "./finding.ts";
import { unreachable } from "./wechat.ts";
import type { Clock, Witness } from "./witness.ts";

/** The token proves key and secret; the list of departments proves that the app may see the contacts. */
export async function checkDingtalk(
  config: DingtalkConfig,
  witness: Witness,
  clock: Clock,
): Promise<Finding[]> {
  const deps = { fetch: witness.fetch, clock, nonce: () => randomBytes(16).toString("hex") };
  const answer = await createDingtalkContacts(config, deps).subDepartments(1);
  const token = good(
    "DINGTALK_APP_KEY, DINGTALK_APP_SECRET",
    "钉钉应用凭证有效。",
    "DingTalk gives us an access token.",
  );
  if (answer.ok)
    return [
      token,
      good(
        "钉钉通讯录 contacts",
        `可见 ${answer.value.length} 个一级部门。`,
        "the app sees the departments.",
      ),
    ];
  const { kind, detail } = answer.error;
  if (kind === "refused") {
    const what = { zh: "钉钉不让应用读取部门。", en: `DingTalk refused: ${answer.error.code} ${detail}` };
    return [
      token,
      wrong("钉钉通讯录 contacts", what, {
        zh: "开放平台 → 权限管理：开通“通讯录部门信息读权限”和“成员信息读权限”，并设置可见范围",
        en: "open-dev.dingtalk.com → permissions: grant reading departments and members, and set the scope",
      }),
    ];
  }
  if (detail.startsWith("no access token") && !/not connected|no answer|HTTP|not JSON|page/.test(detail))
    return [
      wrong(
        "DINGTALK_APP_SECRET",
        { zh: "钉钉拒绝了 AppKey 和 AppSecret。", en: `DingTalk refused: ${detail}` },
        adviceFor("DINGTALK_APP_SECRET"),
      ),
    ];
  return [unreachable("DINGTALK_API_BASE, DINGTALK_OAPI_BASE", detail)];
}
