import { type Html, html, words } from "../page/html.ts";
import type { World } from "../world.ts";
import { type BillChannel, dayOf } from "./bill-line.ts";
import { billLines } from "./plant.ts";
import type { PlantKind } from "./planted.ts";

const shownDays = 3;
const names: Record<BillChannel, readonly [mark: string, zh: string]> = {
  wechatPay: ["weapp", "微信支付"],
  alipay: ["alipay", "支付宝"],
};
const kindWords: Record<PlantKind, string> = {
  "missingHere/payment": "多一笔收款 payment too many",
  "missingThere/payment": "少一笔收款 payment missing",
  "otherAmount/payment": "收款金额不同 other amount",
  "doubled/payment": "收款重复 payment doubled",
  "missingHere/refund": "多一笔退款 refund too many",
  "missingThere/refund": "少一笔退款 refund missing",
  "otherAmount/refund": "退款金额不同 other amount",
  "doubled/refund": "退款重复 refund doubled",
  "otherState/refund": "平台自行退款 refund by hand",
};

const newestDays = (now: number): string[] =>
  Array.from({ length: shownDays }, (_, back) => dayOf(now - back * 86_400_000));

/** The bills of the newest days, with a button that makes them differ from what happened. */
export function billsSection(world: World): Html {
  const planted = [...world.state.plantedDifferences.values()];
  const bills = newestDays(world.clock.now()).flatMap((day) =>
    (["wechatPay", "alipay"] as const).map((channel) => ({
      day,
      channel,
      lines: billLines(world, channel, day).length,
    })),
  );
  return html`
<section class="panel" id="bills">
  <h2>${words("账单", "Bills")}<small>${planted.length === 0 ? "与实际一致" : `植入差异 ${planted.length} 处`}</small></h2>
  ${bills.map(
    ({ day, channel, lines }) => html`
<article class="payment">
  <header><b class="chip ${names[channel][0]}">${names[channel][1]}</b><span class="who">${day}</span><span class="pill off">${lines} 行 <em>lines</em></span></header>
  ${planted
    .filter((one) => one.channel === channel && one.day === day)
    .map((one) => html`<p class="fine">${kindWords[one.kind]} <code>${one.number}</code></p>`)}
  <div class="buttons"><button type="button" data-act="${`/admin/bills/${channel}/${day}/plant`}">植入差异<em>plant differences</em></button></div>
</article>`,
  )}
  ${planted.length === 0 ? null : html`<div class="buttons"><button type="button" data-act="/admin/bills/unplant">恢复账单<em>true again</em></button></div>`}
</section>`;
}
