export { createAlipayBills } from "./bill.ts";
export { type AlipayConfig, type Environment, readAlipayConfig } from "./config.ts";
export type { AlipayDeps } from "./gateway-api.ts";
export { createAlipayLogin } from "./login.ts";
export { createAlipayMessenger } from "./messenger.ts";
export { createAlipayGateway } from "./payment-gateway.ts";
export { createAlipaySharing } from "./royalty.ts";
export { type AlipayTemplates, alipayMessageFields } from "./templates.ts";
