import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { alarmsOf } from "./attention.ts";
import { useAttention } from "./use-operations.ts";

/** What of the order path waits for a person right now, and the way there. */
export function NowTab() {
  const say = useSay();
  return (
    <Loaded query={useAttention()}>
      {(attention) => {
        const alarms = alarmsOf(attention);
        if (alarms.length === 0)
          return (
            <EmptyState
              drawing="calm"
              title={say(
                "订单通路一切正常，没有要你动手的",
                "The order path runs by itself; nothing waits for you",
              )}
            />
          );
        return (
          <ul className="alarms">
            {alarms.map((alarm) => (
              <li key={alarm.key} className="card alarm">
                <p className="alarm-what">
                  <strong id={`alarm-${alarm.key}`}>{say(alarm.what)}</strong>
                </p>
                <p className="soft">{say(alarm.todo)}</p>
                <Link className="link" to={alarm.to} aria-describedby={`alarm-${alarm.key}`}>
                  {say("去处理", "Go there")}
                </Link>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
