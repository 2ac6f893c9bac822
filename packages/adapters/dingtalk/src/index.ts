export {
  type CallbackError,
  type CallbackReply,
  createDingtalkCallback,
  type DingtalkCallback,
  type DingtalkEvent,
} from "./callback.ts";
export type { DingtalkDeps, HostFailure } from "./client.ts";
export { type DingtalkConfig, type Environment, readDingtalkConfig } from "./config.ts";
export {
  createDingtalkContacts,
  type DingtalkContacts,
  type DingtalkDepartment,
  type DingtalkDirectory,
  type DingtalkMember,
} from "./contacts.ts";
export { createDingtalkLogin } from "./login.ts";
export { createDingtalkMessenger } from "./messenger.ts";
export {
  createDingtalkSendResults,
  type DingtalkSendResult,
  type DingtalkSendResults,
} from "./send-results.ts";
export { dingtalkMessageFields } from "./work-notification.ts";
