import { type Answer, isObject, type Json } from "../http/exchange.ts";
import { takeConsent } from "../people/consents.ts";
import { personOf } from "../people/identity.ts";
import { receive } from "../people/inbox.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { wechatError, wechatOk } from "./answer.ts";
import { valueAllowed } from "./message-values.ts";
import { type Template, wechatTemplates } from "./templates.ts";

const faultAnswers = {
  down: () => wechatError(-1, "system error"),
  banned: () => wechatError(43107, "subscribe message capability is banned"),
  limited: () => wechatError(45009, "reach max api daily quota limit"),
  sensitive: () => wechatError(45168, "hit sensitive words"),
} as const;

/** The lines of the message, or the key whose value is missing or against its type's rule. */
function linesOf(template: Template, data: unknown): { label: string; value: string }[] | { badKey: string } {
  const values = isObject(data) ? data : {};
  const lines: { label: string; value: string }[] = [];
  for (const { key, label } of template.keywords) {
    const entry = values[key];
    const value = isObject(entry) ? entry.value : undefined;
    if (typeof value !== "string" || !valueAllowed(key, value)) return { badKey: key };
    lines.push({ label, value });
  }
  return lines;
}

function optionFault(body: Json): Answer | null {
  const { page, miniprogram_state: state, lang } = body;
  if (page !== undefined && (typeof page !== "string" || !/^[\w-]+(\/[\w-]+)*(\?.*)?$/.test(page)))
    return wechatError(41030, "invalid page");
  if (state !== undefined && !["developer", "trial", "formal"].includes(String(state)))
    return wechatError(47003, "argument invalid! miniprogram_state");
  if (lang !== undefined && !["zh_CN", "en_US", "zh_HK", "zh_TW"].includes(String(lang)))
    return wechatError(47003, "argument invalid! lang");
  return null;
}

/** POST /cgi-bin/message/subscribe/send (wechat.md 5). A refused message takes no consent. */
export function sendSubscribeMessage(world: World, body: Json): Answer {
  const { appId } = world.secrets.wechat;
  const { wechatMessages } = world.state.faults;
  if (wechatMessages !== "ok") return faultAnswers[wechatMessages]();
  const openid = typeof body.touser === "string" ? body.touser : "";
  const person = personOf(world.state, "openid", appId, openid);
  if (person === undefined) return wechatError(40003, "invalid openid");
  const template = wechatTemplates.get(String(body.template_id));
  if (template === undefined) return wechatError(40037, "invalid template_id");
  const refused = optionFault(body);
  if (refused !== null) return refused;
  const lines = linesOf(template, body.data);
  if ("badKey" in lines) return wechatError(47003, `argument invalid! data.${lines.badKey}.value invalid`);
  if (!takeConsent(world, { host: "weapp", subject: openid, templateId: template.id })) {
    count(world.state, "messages.weapp.refused");
    return wechatError(43101, "user refuse to accept the msg");
  }
  const page = typeof body.page === "string" ? body.page : null;
  receive(world, { host: "weapp", person, title: template.title, lines, page, templateId: template.id });
  return wechatOk({ errcode: 0, errmsg: "ok", msgid: world.clock.now() });
}
