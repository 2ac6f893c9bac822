import { HistoryOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { emptyForm, type OfferForm, type OfferKind, toForm } from "../features/offers/form.ts";
import { GiveDialog } from "../features/offers/give-dialog.tsx";
import { kindNames, kindWords } from "../features/offers/kinds.ts";
import { OfferChanges } from "../features/offers/offer-changes.tsx";
import { OfferDrawer } from "../features/offers/offer-drawer.tsx";
import {
  applyOfferFilters,
  type OfferFilters,
  type OfferState,
  offerStateNames,
  offerStates,
  readOfferFilters,
  writeOfferFilters,
} from "../features/offers/offer-states.ts";
import { OfferTable } from "../features/offers/offer-table.tsx";
import { type Offer, useOffers } from "../features/offers/use-offers.ts";
import { ShopSelect } from "../features/shops/shop-select.tsx";
import { Chips } from "../ui/chips.tsx";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { TableSkeleton } from "../ui/table-skeleton.tsx";
import "../styles/offers.css";

export function OffersPage() {
  const say = useSay();
  const now = useNow(30_000);
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => readOfferFilters(address), [address]);
  const change = (some: Partial<OfferFilters>) =>
    setAddress(writeOfferFilters({ ...filters, ...some }), { replace: true });
  const { data, error, refetch } = useOffers();
  const [editing, setEditing] = useState<OfferForm | null>(null);
  const [reading, setReading] = useState(false);
  const [giving, setGiving] = useState<Offer | null>(null);
  const shown = useMemo(() => applyOfferFilters(data ?? [], filters, now), [data, filters, now]);

  return (
    <div className="page">
      <PageHead
        title={say("优惠", "Offers")}
        note={say(
          "满减、折扣、特价和券；改动只影响之后的订单",
          "Discounts and coupons; changes count for orders to come",
        )}
      >
        <Button icon={<HistoryOutlined />} onClick={() => setReading(true)}>
          {say("变更记录…", "Changes…")}
        </Button>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing(emptyForm)}>
          {say("新建优惠", "New offer")}
        </Button>
      </PageHead>
      <div className="filter-row">
        <Chips<OfferState>
          label={say("按状态筛选", "Filter by state")}
          chips={offerStateNames.map((value) => ({ value, ...offerStates[value] }))}
          chosen={filters.state}
          onChoose={(state) => change({ state })}
        />
        <Select<OfferKind>
          allowClear
          className="kind-filter"
          placeholder={say("所有种类", "All kinds")}
          aria-label={say("按种类筛选", "Filter by kind")}
          value={filters.kind}
          onChange={(kind) => change({ kind: kind ?? null })}
          options={kindNames.map((value) => ({ value, label: say(kindWords[value]) }))}
        />
        <ShopSelect all value={filters.shopId} onChange={(shopId) => change({ shopId })} />
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <OfferTable
          offers={shown}
          now={now}
          onEdit={(offer) => setEditing(toForm(offer))}
          onGive={setGiving}
          empty={
            data.length === 0 ? (
              <EmptyState drawing="bowl" title={say("还没有优惠", "No offers yet")}>
                <Button type="primary" onClick={() => setEditing(emptyForm)}>
                  {say("新建第一个", "Make the first")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState drawing="search" title={say("没有符合条件的优惠", "No offer matches")}>
                <Button onClick={() => change({ state: null, kind: null, shopId: null })}>
                  {say("清除筛选", "Clear the filters")}
                </Button>
              </EmptyState>
            )
          }
        />
      ) : (
        <TableSkeleton />
      )}
      {editing && (
        <OfferDrawer key={editing.discountId ?? "new"} initial={editing} onClose={() => setEditing(null)} />
      )}
      {reading && <OfferChanges onClose={() => setReading(false)} />}
      {giving && <GiveDialog offer={giving} now={now} onClose={() => setGiving(null)} />}
    </div>
  );
}
