import { device } from "../device";
import { playing } from "../host/playing";
import { acceptedTemplates } from "./alipay-answer";
import type { AskConsent, Consent } from "./notify-port";

export type { AskConsent, Consent } from "./notify-port";

async function ask(config: Parameters<AskConsent>[0], ids: readonly string[]): Promise<Consent> {
  const { host, person } = playing();
  if (host === "dd" || ids.length === 0 || config.sandboxUrl === null) return { asked: false, accepted: [] };
  if (host === "alipay") {
    const entityIds = ids.slice(0, 3);
    const answer = await device(config, "alipay/subscribe", {
      appId: config.apps.alipay.appId,
      person,
      entityIds,
    });
    return { asked: true, accepted: acceptedTemplates(answer, entityIds) };
  }
  const tmplIds = ids.slice(0, 5);
  const said = await device<Record<string, string>>(config, "wechat/subscribe", {
    appId: config.apps.weapp.appId,
    person,
    tmplIds,
  });
  return { asked: true, accepted: tmplIds.filter((id) => said[id] === "accept") };
}

export const askConsent: AskConsent = (config, ids) =>
  ask(config, ids).catch(() => ({ asked: true, accepted: [] }));
