import { isObject, type Json, parseObject } from "../http/exchange.ts";
import { takeConsent } from "../people/consents.ts";
import { alipayOpenIdOf } from "../people/identity.ts";
import { receive } from "../people/inbox.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { done, failed, type Outcome, refused } from "./outcome.ts";
import { alipayTemplates } from "./templates.ts";
import { personBy } from "./trade.ts";

const maxData = 2_048;
const maxValue = 50;

/** alipay.open.app.mini.templatemessage.send; one-time consents accumulate and are used up one by one (alipay.md 6). */
export function sendTemplateMessage(world: World, biz: Json): Outcome {
  const { faults } = world.state;
  if (faults.alipayMessages === "down") return failed("20000", "aop.unknow-error", "系统繁忙");
  const person = personBy(world, { openId: biz.to_open_id, userId: biz.to_user_id });
  if (person === undefined) return refused("INVALID_PARAMETER", "to_user_id 与 to_open_id 无效或同时为空");
  const template = alipayTemplates.get(String(biz.user_template_id));
  if (template === undefined) return refused("USER_TEMPLATE_ILLEGAL", "模板不合法");
  if (typeof biz.page !== "string" || biz.page === "") return refused("INVALID_PARAMETER", "page 不能为空");
  if (typeof biz.data !== "string" || biz.data.length > maxData)
    return refused("INVALID_PARAMETER", "data 须为 2048 字以内的 JSON 字符串");
  const data = parseObject(biz.data);
  if (data === null) return refused("INVALID_PARAMETER", "data 不是合法的 JSON");
  const lines: { label: string; value: string }[] = [];
  for (const [index, label] of template.labels.entries()) {
    const entry = data[`keyword${index + 1}`];
    const value = isObject(entry) ? entry.value : undefined;
    if (typeof value !== "string" || value === "")
      return refused("USER_TEMPLATE_LACK_KEYWORD", `缺少 keyword${index + 1}`);
    if ([...value].length > maxValue)
      return refused("USER_KEYWORD_LENGTH_ERROR", `keyword${index + 1} 超过 50 字`);
    lines.push({ label, value });
  }
  const subject = alipayOpenIdOf(world.secrets.alipay.appId, person);
  if (!takeConsent(world, { host: "alipay", subject, templateId: template.id })) {
    count(world.state, "messages.alipay.refused");
    return refused(faults.alipayNoConsent, "用户未订阅或订阅次数已用完");
  }
  receive(world, {
    host: "alipay",
    person,
    title: template.title,
    lines,
    page: biz.page,
    templateId: template.id,
  });
  return done({});
}
