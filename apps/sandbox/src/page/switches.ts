import type { FaultSpec } from "../fault-spec.ts";
import { faultTable } from "../fault-table.ts";
import type { World } from "../world.ts";
import { type Html, html, words } from "./html.ts";

const groups: readonly (readonly [FaultSpec["group"], string, string])[] = [
  ["all", "全部平台", "All platforms"],
  ["wechat", "微信", "WeChat"],
  ["wechatPay", "微信支付", "WeChat Pay"],
  ["alipay", "支付宝", "Alipay"],
  ["dingtalk", "钉钉", "DingTalk"],
];

function control(key: string, spec: FaultSpec, value: boolean | number | string): Html {
  const label = `${spec.zh} ${spec.en}`;
  if ("choices" in spec) {
    return html`<select data-fault="${key}" aria-label="${label}">${spec.choices.map(
      (choice) => html`<option ${choice === value ? "selected" : ""}>${choice}</option>`,
    )}</select>`;
  }
  if ("unit" in spec) {
    return html`<span class="number"><input type="number" min="0" step="1" value="${String(value)}" data-fault="${key}" aria-label="${label}">${spec.unit === "ms" ? "ms" : ""}</span>`;
  }
  return html`<input type="checkbox" role="switch" data-fault="${key}" aria-label="${label}" ${value === true ? "checked" : ""}>`;
}

/** Every switch with its present state; what differs from the standard stands out. */
export function switchesSection(world: World): Html {
  const entries = Object.entries(faultTable) as [keyof typeof faultTable, FaultSpec][];
  const changed = entries.filter(([key, spec]) => world.state.faults[key] !== spec.standard).length;
  return html`
<section class="panel" id="switches">
  <h2>${words("故障开关", "Switches")}<small>${changed === 0 ? "全部为默认值" : `${changed} 项已改动`}</small></h2>
  ${changed === 0 ? null : html`<button type="button" class="reset" data-reset>全部恢复默认 <em>reset all</em></button>`}
  ${groups.map(
    ([group, zh, en]) => html`
<fieldset><legend>${words(zh, en)}</legend>
${entries
  .filter(([, spec]) => spec.group === group)
  .map(
    ([key, spec]) => html`<div class="switch${world.state.faults[key] === spec.standard ? "" : " changed"}">
<p><b>${spec.zh}</b><span>${spec.en}${spec.unconfirmed ? " · 未证实 unconfirmed" : ""}</span></p>${control(key, spec, world.state.faults[key])}</div>`,
  )}
</fieldset>`,
  )}
</section>`;
}
