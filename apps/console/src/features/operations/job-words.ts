import { isId, type Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { Job } from "./use-operations.ts";

const names: Readonly<Record<string, Words>> = {
  "order-deadline": {
    zh: "到时动作：未付款关闭、无人接单退款、送达后完成",
    en: "A deadline: unpaid orders close, unaccepted ones are refused, delivered ones complete",
  },
  "every/sweep-deadlines": {
    zh: "每分钟补漏：过了时限还没处理的订单",
    en: "Each minute: orders whose deadline was missed",
  },
  "every/ask-platforms": {
    zh: "向支付平台追问没有结果的付款和退款",
    en: "Asks the platforms about payments and refunds without an outcome",
  },
  "every/ask-shares": { zh: "向支付平台追问分账", en: "Asks the platforms about shares" },
  "every/close-interrupted-messages": {
    zh: "把发送途中断掉的消息记为“不确定”",
    en: "Notes messages that were cut off as of unknown outcome",
  },
  "every/upload-shipping": { zh: "向微信上传发货信息", en: "Tells WeChat of hand-overs" },
  "every/post-missing-to-ledger": { zh: "补记漏掉的账", en: "Posts what the books miss" },
  "every/prepare-payouts": { zh: "准备到期的发薪", en: "Prepares pay-outs that are due" },
  "every/read-due-bills": { zh: "读取平台的每日账单", en: "Reads the platforms' daily bills" },
  "every/check-own-books": { zh: "自查账本", en: "Checks our own books" },
  "every/forget-handled-events": { zh: "清理旧事件", en: "Forgets old events" },
  "every/forget-expired-sessions": { zh: "清理过期登录", en: "Forgets expired sessions" },
  "every/remove-unused-pictures": { zh: "清理没用到的图片", en: "Removes unused pictures" },
  "every/evaluate-care": { zh: "评估关怀提醒", en: "Evaluates care alerts" },
};

/** A job of another release still says its name. */
export const taskWords = (task: string): Words => names[task] ?? { zh: task, en: task };

export const jobStates: Readonly<Record<Job["state"], Words & { readonly tone: Tone }>> = {
  parked: { zh: "已停", en: "Stopped", tone: "danger" },
  running: { zh: "在跑", en: "Running", tone: "brand" },
  due: { zh: "该跑", en: "Due", tone: "warning" },
  waiting: { zh: "等下次", en: "Waits", tone: "idle" },
};

/** The order of which a job's key ends with the id; null where it is about none. */
export function orderOfJob({ key }: Pick<Job, "key">): string | null {
  const last = key.split("/").at(-1) ?? "";
  return isId("order", last) ? last : null;
}
