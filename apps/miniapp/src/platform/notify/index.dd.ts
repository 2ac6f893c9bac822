import type { AskConsent } from "./notify-port";

export type { AskConsent, Consent } from "./notify-port";

/** DingTalk has no consent to ask for: the organisation's work notifications reach its members. */
export const askConsent: AskConsent = () => Promise.resolve({ asked: false, accepted: [] });
