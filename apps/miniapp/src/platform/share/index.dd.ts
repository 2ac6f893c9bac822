import type { Share } from "./share-port";

export type { ShareCard, ShareOutcome } from "./share-port";

export const share: Share = () => Promise.resolve("useMenu");
