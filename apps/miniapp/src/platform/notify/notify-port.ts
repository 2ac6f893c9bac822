import type { ClientConfig } from "../client-config";

export type Consent = {
  /** False where the host has no consent to ask for: messages arrive without it. */
  asked: boolean;
  /** Template ids that the person accepted. */
  accepted: string[];
};

/**
 * Asks for consent to messages of these templates. Call it straight from a tap or from the end of a payment: WeChat
 * refuses it elsewhere. Never throws; a refusal is an empty list.
 */
export type AskConsent = (config: ClientConfig, templateIds: readonly string[]) => Promise<Consent>;
