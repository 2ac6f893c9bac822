/** The apps in which a person can be: WeChat, Alipay, DingTalk mini-program. */
export const hosts = ["weapp", "alipay", "dd"] as const;
export type Host = (typeof hosts)[number];

/** Where the words for people are written in both languages. */
export type Words = { readonly zh: string; readonly en: string };
