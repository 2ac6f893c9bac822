import { Button, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { ChangeItem } from "../features/catalog-changes/change-item.tsx";
import { useCatalogChanges } from "../features/catalog-changes/use-changes.ts";
import { ShopSelect } from "../features/shops/shop-select.tsx";
import { useShops } from "../features/shops/use-shops.ts";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/catalog-changes.css";

export function CatalogChangesPage() {
  const say = useSay();
  const now = useNow(30_000);
  const [address, setAddress] = useSearchParams();
  const shopId = useShops().data?.find((shop) => shop.shopId === address.get("shop"))?.shopId ?? null;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCatalogChanges(shopId);
  const changes = data?.pages.flat();
  return (
    <div className="page">
      <PageHead
        title={say("菜单变更", "Menu changes")}
        note={say("商家和运营对菜单、店铺的每次修改", "Every change of menus and shops, by whom")}
      />
      <div className="filter-row">
        <ShopSelect
          all
          value={shopId}
          onChange={(next) => setAddress(next ? { shop: next } : {}, { replace: true })}
        />
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : changes ? (
        <section className="card">
          {changes.length === 0 ? (
            <EmptyState drawing="calm" title={say("还没有人改过菜单", "Nobody has changed a menu yet")} />
          ) : (
            <ul>
              {changes.map((change) => (
                <ChangeItem key={change.changeNo} change={change} now={now} />
              ))}
            </ul>
          )}
          {hasNextPage && (
            <Button className="more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say("看更早的", "Older ones")}
            </Button>
          )}
        </section>
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
    </div>
  );
}
