import { clockName } from "./advice.ts";
import { checkAlipay } from "./alipay.ts";
import { checkDatabase } from "./database.ts";
import { checkDingtalk } from "./dingtalk.ts";
import type { Finding } from "./finding.ts";
import { checkPublicUrl } from "./public-url.ts";
import { type Environment, readSettings } from "./settings.ts";
import { checkWechat, checkWechatPay } from "./wechat.ts";
import { checkClock, createWitness } from "./witness.ts";

export type Examination = {
  readonly env: Environment;
  readonly offline: boolean;
  readonly now: () => number;
};

/** Everything that must be right before real people order, in the order in which it is best mended. Changes nothing. */
export async function examine({ env, offline, now }: Examination): Promise<Finding[]> {
  const settings = readSettings(env);
  const found = [...settings.findings];
  if (offline) return found;
  const clock = { now };
  const witness = createWitness(fetch, clock);
  const { wechat, alipay, dingtalk } = settings;
  found.push(...(await checkDatabase(settings)));
  // One after the other: each reads the last answer.
  if (wechat) {
    found.push(...(await checkWechat(wechat, witness)));
    found.push(...(await checkWechatPay(wechat, witness, clock)));
  }
  if (alipay) found.push(...(await checkAlipay(alipay, witness, clock)));
  if (dingtalk) found.push(...(await checkDingtalk(dingtalk, witness, clock)));
  const clocks = checkClock(witness.skews());
  const told = clocks.some(({ mark }) => mark === "wrong");
  // A platform that complains of the time says the same with fewer words.
  const others = found.filter(({ name }) => name !== clockName || !told);
  others.push(...clocks.filter(() => told || others.every(({ name }) => name !== clockName)));
  return [...others, ...(await checkPublicUrl(settings, fetch))];
}
