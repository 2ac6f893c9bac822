import type { Host } from "@sanqi/kernel";
import { alipayTime } from "../beijing-time.ts";
import type { InboxMessage } from "../state/records.ts";
import type { World } from "../world.ts";
import { type Html, html, words } from "./html.ts";

export const hostMarks: Record<Host, { readonly mark: string; readonly zh: string; readonly en: string }> = {
  weapp: { mark: "微", zh: "微信 · 服务通知", en: "WeChat" },
  alipay: { mark: "支", zh: "支付宝 · 服务提醒", en: "Alipay" },
  dd: { mark: "钉", zh: "钉钉 · 工作通知", en: "DingTalk" },
};

const shownPeople = 24;
const shownEach = 6;

const card = (message: InboxMessage): Html => html`
<article class="note ${message.host}">
  <header><b class="mark">${hostMarks[message.host].mark}</b><span>${hostMarks[message.host].zh}</span><time>${alipayTime(message.at).slice(5, 16)}</time></header>
  <h4>${message.title}</h4>
  <dl>${message.lines.map((line) => html`<div><dt>${line.label}</dt><dd>${line.value}</dd></div>`)}</dl>
  ${message.page === null ? null : html`<footer>${message.page}</footer>`}
</article>`;

function phone(person: string, messages: readonly InboxMessage[]): Html {
  const newest = messages.slice(-shownEach).toReversed();
  const rest = messages.length - newest.length;
  return html`
<section class="phone">
  <h3>${person}<small>${messages.length} 条</small></h3>
  ${newest.map(card)}
  ${rest > 0 ? html`<p class="more">还有 ${rest} 条更早的消息 ${rest} earlier</p>` : null}
</section>`;
}

function byPerson(world: World, query: string): [string, InboxMessage[]][] {
  const people = new Map<string, InboxMessage[]>();
  for (const inbox of world.state.inbox.values()) {
    const person = inbox[0]?.person;
    if (person === undefined || !person.includes(query)) continue;
    people.set(
      person,
      [...(people.get(person) ?? []), ...inbox].sort((a, b) => a.at - b.at),
    );
  }
  return [...people].sort(([, a], [, b]) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
}

/** Everybody who received something, as their phones show it. */
export function messagesSection(world: World, query: string): Html {
  const people = byPerson(world, query);
  const silent = [...new Set(world.state.people.values())].filter(
    (person) => person.includes(query) && !people.some(([name]) => name === person),
  );
  return html`
<section class="panel" id="messages">
  <h2>${words("消息", "Messages")}<small>${people.length} 人</small></h2>
  ${people.length === 0 ? html`<p class="empty">还没有人收到消息<br>Nobody has received a message yet</p>` : null}
  ${people.slice(0, shownPeople).map(([person, messages]) => phone(person, messages))}
  ${people.length > shownPeople ? html`<p class="more">还有 ${people.length - shownPeople} 人 more people</p>` : null}
  ${
    silent.length === 0
      ? null
      : html`<p class="people"><span>没有消息 No messages</span>${silent.slice(0, 30).map((person) => html`<i>${person}</i>`)}</p>`
  }
</section>`;
}
