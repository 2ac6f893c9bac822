import type { FaultSpec } from "./fault-spec.ts";
import { alipayFaults } from "./faults-of/alipay.ts";
import { billFaults } from "./faults-of/bills.ts";
import { dingtalkFaults } from "./faults-of/dingtalk.ts";
import { everyPlatformFaults } from "./faults-of/every-platform.ts";
import { sharingFaults } from "./faults-of/sharing.ts";
import { wechatFaults } from "./faults-of/wechat.ts";
import { wechatPayFaults } from "./faults-of/wechat-pay.ts";

/** Every switch of the sandbox. The page shows the switches of one group in this order. */
export const faultTable = {
  ...everyPlatformFaults,
  ...wechatFaults,
  ...wechatPayFaults,
  ...alipayFaults,
  ...dingtalkFaults,
  ...billFaults,
  ...sharingFaults,
} as const satisfies Record<string, FaultSpec>;
