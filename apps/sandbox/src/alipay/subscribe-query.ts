import type { Json } from "../http/exchange.ts";
import { consentsLeft } from "../people/consents.ts";
import { alipayOpenIdOf } from "../people/identity.ts";
import type { World } from "../world.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { alipayTemplates } from "./templates.ts";
import { personBy } from "./trade.ts";

/** alipay.open.app.messagetemplate.subscribe.query: what is left of a person's consents (alipay.md 6c). */
export function querySubscriptions(world: World, biz: Json): Outcome {
  const person = personBy(world, { openId: biz.open_id, userId: biz.user_id });
  if (person === undefined) return refused("INVALID_PARAMETER", "user_id 与 open_id 无效或同时为空");
  const ids = biz.template_id_list;
  if (!Array.isArray(ids) || ids.length === 0)
    return refused("INVALID_PARAMETER", "template_id_list 不能为空");
  const subject = alipayOpenIdOf(world.secrets.alipay.appId, person);
  const relations = ids
    .map(String)
    .filter((id) => alipayTemplates.has(id))
    .map((templateId) => ({
      template_id: templateId,
      subscribe_type: "onetime",
      subscribe_state:
        consentsLeft(world, { host: "alipay", subject, templateId }) > 0 ? "subscribe" : "unsubscribe",
      keep_state: "unkeep",
      show: true,
    }));
  return done({ show_component: true, subscribe_relations: relations });
}
