/** Puts a text where the person can paste it from. @returns false where the host refuses. Never throws. */
export type Copy = (text: string) => Promise<boolean>;
