export { createWechatBills } from "./bill.ts";
export { type Environment, readWechatConfig, type WechatConfig, type WechatPayConfig } from "./config.ts";
export { createWechatLogin } from "./login.ts";
export { createWechatMessenger } from "./messenger.ts";
export type { WechatDeps } from "./mini-program-api.ts";
export { createWechatPayGateway } from "./payment-gateway.ts";
export { createWechatSharing } from "./profit-sharing.ts";
export { createWechatShipping } from "./shipping.ts";
export { type WechatTemplates, wechatMessageFields } from "./templates.ts";
