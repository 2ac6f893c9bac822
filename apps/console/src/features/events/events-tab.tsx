import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Advice } from "./advice.tsx";
import { DelayedEvents } from "./delayed-events.tsx";
import { ParkedEvent } from "./parked-event.tsx";
import { useFailedEvents } from "./use-failed-events.ts";

/** Events that a consumer gave up on, with what to do; then those that wait their turn or their next try. */
export function EventsTab({ now }: { now: number }) {
  const say = useSay();
  return (
    <Loaded query={useFailedEvents()}>
      {({ failed, delayed }) => (
        <div className="events">
          <section className="card">
            <h2>{say(`停放 ${failed.length} 条`, `${failed.length} parked`)}</h2>
            {failed.length === 0 ? (
              <EmptyState
                drawing="calm"
                title={say("一切都处理好了，没有要你动手的", "Everything was handled; nothing waits for you")}
              />
            ) : (
              <ul className="parked-list">
                {failed.map((event) => (
                  <ParkedEvent key={`${event.consumer}${event.eventId}`} event={event} now={now} />
                ))}
              </ul>
            )}
          </section>
          <div className="events-side">
            <section className="card">
              <h2>{say("我能做什么", "What I can do")}</h2>
              <Advice />
            </section>
            <section className="card">
              <h2>{say("会自己好的", "What mends itself")}</h2>
              <DelayedEvents events={delayed} now={now} />
            </section>
          </div>
        </div>
      )}
    </Loaded>
  );
}
