import type { Words } from "@sanqi/kernel";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";
import { useNow } from "../../ui/clock.ts";
import { CopyText } from "../../ui/copy-text.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { momentText } from "../../ui/time.ts";
import { changedFields, subjectName } from "../catalog-changes/change-rows.ts";
import { useOffers } from "./use-offers.ts";
import "../../styles/catalog-changes.css";

type Change = Outputs["offerChanges"][number];

/** What one page of the log holds; a full one has another behind it. */
const pageSize = 50;

const changeWords: Readonly<Record<Change["kind"], Words>> = {
  created: { zh: "新建", en: "Made" },
  changed: { zh: "修改", en: "Changed" },
  ended: { zh: "结束", en: "Ended" },
  couponsGiven: { zh: "发券", en: "Coupons given" },
};

/** Who wrote, changed and ended which rule, and who gave coupons, newest first. */
export function OfferChanges({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const log = useInfiniteQuery({
    queryKey: keys.offerChanges,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => rpc.console.offerChanges.query({ discountId: null, before: pageParam }),
    getNextPageParam: (page) => (page.length < pageSize ? null : (page.at(-1)?.changeNo ?? null)),
  });
  return (
    <Drawer open size={620} onClose={onClose} title={say("优惠的变更记录", "Changes of offers")}>
      <Loaded query={log}>
        {({ pages }) => {
          const changes = pages.flat();
          if (changes.length === 0)
            return (
              <EmptyState drawing="calm" title={say("还没有人动过优惠", "Nobody has touched an offer yet")} />
            );
          return (
            <ul>
              {changes.map((change) => (
                <Item key={change.changeNo} change={change} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {log.hasNextPage && (
        <Button className="more" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say("看更早的", "Older ones")}
        </Button>
      )}
    </Drawer>
  );
}

function Item({ change }: { change: Change }) {
  const say = useSay();
  const now = useNow(30_000);
  const offer = useOffers().data?.find(({ discountId }) => discountId === change.discountId);
  return (
    <li className="change">
      <p className="change-head">
        <span className="figures soft">{momentText(change.at, now)}</span>
        <strong>{say(changeWords[change.kind])}</strong>
        <span>{subjectName(change) ?? (offer ? say(offer.name) : change.discountId)}</span>
        <span className="faint">{change.actorName}</span>
        <CopyText text={change.traceId} label={say("追踪号", "trace id")} short={6} />
      </p>
      <ul className="change-fields small">
        {changedFields(change).map((row) => (
          <li key={row.field}>
            {row.field && <span className="mono faint">{row.field}</span>}
            <del>{row.before}</del> → <ins>{row.after}</ins>
          </li>
        ))}
      </ul>
    </li>
  );
}
