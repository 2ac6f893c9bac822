import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { preciseText, spanText } from "../../ui/time.ts";
import type { OrderStory } from "./use-story.ts";

/** Ends that nobody wanted stand out; everything else is the ordinary way. */
const toneOf = (to: string) =>
  ["refused", "cancelled", "expired"].includes(to)
    ? "danger"
    : ["refunding", "partlyRefunded", "refunded", "opened", "answered"].includes(to)
      ? "warning"
      : ["delivered", "completed", "paid"].includes(to)
        ? "success"
        : "brand";

/** Who did what and when, in order, with the time that passed between two steps. */
export function Timeline({ story }: { story: OrderStory["story"] }) {
  const say = useSay();
  if (story.length === 0) return <p className="faint">{say("还没有记录", "Nothing is recorded yet")}</p>;
  return (
    <ol className="timeline">
      {story.map((entry, index) => {
        const before = story[index - 1];
        return (
          <li key={`${entry.at}-${entry.what}`} className={`tone-${toneOf(entry.to)}`}>
            <time dateTime={new Date(entry.at).toISOString()}>{preciseText(entry.at)}</time>
            <div>
              <p className="timeline-what">
                {say(entry.words)}
                {before && entry.at - before.at >= 1000 && (
                  <span className="timeline-gap">+{spanText(entry.at - before.at, say)}</span>
                )}
              </p>
              <p className="timeline-by">
                <span>
                  {say(entry.by)}
                  {entry.actorId && (
                    <CopyText text={entry.actorId} label={say("账号", "account id")} short={6} />
                  )}
                </span>
                {entry.traceId && (
                  <CopyText text={entry.traceId} label={say("追踪号", "trace id")} short={6} />
                )}
              </p>
              {entry.reason && <q>{entry.reason}</q>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
