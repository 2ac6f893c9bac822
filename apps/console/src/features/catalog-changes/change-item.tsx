import { CopyText } from "../../ui/copy-text.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { momentText } from "../../ui/time.ts";
import { useShops } from "../shops/use-shops.ts";
import { changedFields, changeWords, subjectName } from "./change-rows.ts";
import type { CatalogChange } from "./use-changes.ts";

/** One change: who, where, what it was before and is now. */
export function ChangeItem({ change, now }: { change: CatalogChange; now: number }) {
  const say = useSay();
  const name = useName();
  const shop = useShops().data?.find((one) => one.shopId === change.shopId);
  const fields = changedFields(change);
  const subject = subjectName(change);
  return (
    <li className="change">
      <p className="change-head">
        <span className="figures soft">{momentText(change.at, now)}</span>
        <strong>{say(changeWords[change.kind])}</strong>
        {subject ? (
          <span>{subject}</span>
        ) : (
          change.subject && <CopyText text={change.subject} label={say("对象", "subject")} short={12} />
        )}
        <span className="soft">{shop ? name(shop) : change.shopId}</span>
        <span className="faint">{change.actorName}</span>
      </p>
      {fields.length > 0 && (
        <ul className="change-fields small">
          {fields.map((row) => (
            <li key={row.field}>
              {row.field && <span className="mono faint">{row.field}</span>}
              <del>{row.before}</del> → <ins>{row.after}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
