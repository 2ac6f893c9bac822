import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText, spanText } from "../../ui/time.ts";
import { Figure } from "../operations/figure.tsx";
import { consequenceOf } from "./consumer-words.ts";
import { lagGroups, lagState } from "./lag-groups.ts";
import { type ConsumerLag, useFailedEvents } from "./use-failed-events.ts";

/** How far each consumer is behind what has happened, by who shares a reader. */
export function ConsumersTab({ now }: { now: number }) {
  const say = useSay();
  return (
    <Loaded query={useFailedEvents()}>
      {({ lag }) => (
        <div className="stack">
          {lagGroups(lag).map((group) => (
            <section key={group.key} className="card">
              <h2>
                {say(group.name)} {group.key && <span className="mono faint small">{group.key}</span>}
              </h2>
              <p className="small soft">{say(group.grows)}</p>
              <ul className="rows">
                {group.consumers.map((one) => (
                  <Row key={one.consumer} lag={one} now={now} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
}

function Row({ lag, now }: { lag: ConsumerLag; now: number }) {
  const say = useSay();
  const state = lagState(lag);
  return (
    <li className="row">
      <div className="lag-row">
        <div className="lag-name">
          <span className="mono">{lag.consumer}</span>
          <Pill tone={state.tone} dot>
            {say(state)}
          </Pill>
        </div>
        <dl className="lag-figures">
          <Figure name={say("等待", "Waiting")} value={lag.waiting} />
          <Figure name={say("等轮到", "Held")} value={lag.held} />
          <Figure name={say("停放", "Parked")} value={lag.parked} alarm={lag.parked > 0} />
          <Figure
            name={say("最久等了", "Oldest")}
            value={lag.waiting > 0 ? spanText(lag.oldestMs, say) : "—"}
          />
        </dl>
      </div>
      {lag.heldSince !== null && (
        <p className="small soft">
          {say(`${momentText(lag.heldSince, now)} 起：`, `since ${momentText(lag.heldSince, now)}: `)}
          {lag.heldReason}
        </p>
      )}
      {state.todo && (
        <p className="todo">
          {say(consequenceOf(lag.consumer))}
          <br />
          <b>{say("你可以", "You can")}</b> {say(state.todo)}
        </p>
      )}
    </li>
  );
}
