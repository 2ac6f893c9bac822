import { acceptedTemplates } from "./alipay-answer";
import type { AskConsent } from "./notify-port";

export type { AskConsent, Consent } from "./notify-port";

/** Alipay takes three template ids at a time. */
export const askConsent: AskConsent = (_config, templateIds) =>
  new Promise((resolve) => {
    const entityIds = templateIds.slice(0, 3);
    if (entityIds.length === 0) return resolve({ asked: false, accepted: [] });
    const read = (answer: unknown) =>
      resolve({ asked: true, accepted: acceptedTemplates(answer, entityIds) });
    my.requestSubscribeMessage({ entityIds, success: read, fail: read });
  });
