import type { Words } from "@sanqi/kernel";
import type { Attention } from "./use-operations.ts";

/** Something of the order path that waits for a person. */
export type Alarm = {
  readonly key: string;
  /** Where it is handled. */
  readonly to: string;
  readonly count: number;
  readonly what: Words;
  readonly todo: Words;
};

/** What waits for a person, the worst first. */
export function alarmsOf(now: Attention): Alarm[] {
  const alarms: Alarm[] = [
    {
      key: "workers",
      to: "/operations/consumers",
      count: now.workers === 0 ? 1 : 0,
      what: {
        zh: "没有后台进程在运行：付款确认、退款、通知和到时动作都停着",
        en: "No worker process runs: paid orders, refunds, messages and deadlines stand still",
      },
      todo: {
        zh: "启动一个后台进程（SANQI_ROLES=worker），它会从停下的地方接着做，不丢不重",
        en: "Start one (SANQI_ROLES=worker): it goes on where the last one stopped, nothing is lost or doubled",
      },
    },
    {
      key: "sagas",
      to: "/operations/sagas",
      count: now.stuckSagas,
      what: {
        zh: `${now.stuckSagas} 个退款或关单流程卡住了，可能有学生在等钱`,
        en: `${now.stuckSagas} refunds or closings are stuck; a student may be waiting for money`,
      },
      todo: {
        zh: "看卡在哪一步和平台的原话，处理后点重试",
        en: "See at which step and in which words of the platform; mend it, then retry",
      },
    },
    {
      key: "shares",
      to: "/money/receivers",
      count: now.stuckShares,
      what: {
        zh: `${now.stuckShares} 笔分账在平台没有结果，它的退款和发薪跟着等`,
        en: `${now.stuckShares} shares have no outcome at the platform; their refunds and pay-outs wait`,
      },
      todo: {
        zh: "到商户平台查这一笔，再按看到的了结",
        en: "Look it up at the platform, then settle it as you have seen it there",
      },
    },
    {
      key: "events",
      to: "/operations/events",
      count: now.parkedEvents,
      what: {
        zh: `${now.parkedEvents} 个事件试满次数仍失败，停放着`,
        en: `${now.parkedEvents} events failed all their tries and are parked`,
      },
      todo: { zh: "看原因，排除后重放", en: "Read the cause, mend it, then replay" },
    },
    {
      key: "jobs",
      to: "/operations/jobs",
      count: now.failedJobs,
      what: {
        zh: `${now.failedJobs} 个定时作业试满次数仍失败`,
        en: `${now.failedJobs} jobs failed all their tries`,
      },
      todo: { zh: "看原因，排除后再跑一次", en: "Read the cause, mend it, then run it again" },
    },
    {
      key: "breakers",
      to: "/operations/breakers",
      count: now.openBreakers,
      what: {
        zh: `${now.openBreakers} 个外部服务被暂停调用，等它恢复`,
        en: `${now.openBreakers} services outside are given a rest until they are well`,
      },
      todo: {
        zh: "多半不用动手；看影响谁，超过半小时再查",
        en: "Mostly nothing: see who is affected, and look into it after half an hour",
      },
    },
  ];
  return alarms.filter(({ count }) => count > 0);
}

/** The number beside the page's name; 0 while everything goes by itself. */
export const attentionCount = (now: Attention | undefined): number =>
  now ? alarmsOf(now).reduce((sum, { count }) => sum + count, 0) : 0;
