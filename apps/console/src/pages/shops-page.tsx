import { Skeleton } from "antd";
import { useParams } from "react-router";
import { ShopList } from "../features/shops/shop-list.tsx";
import { ShopMenu } from "../features/shops/shop-menu.tsx";
import { useShops } from "../features/shops/use-shops.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/shops.css";

export function ShopsPage() {
  const say = useSay();
  const { shopId } = useParams();
  const { data, error, refetch } = useShops();
  // The first shop stands open, so that the page is never half empty.
  const shown = shopId ?? data?.[0]?.shopId;
  const open = data?.filter((shop) => shop.open).length ?? 0;
  return (
    <div className="page page-fill">
      <PageHead
        title={say("店铺与菜单", "Shops and menus")}
        note={data && say(`${data.length} 家店，${open} 家营业中`, `${data.length} shops, ${open} open`)}
      />
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="shops">
          <div className="shops-side">
            {data ? <ShopList shops={data} /> : <Skeleton active paragraph={{ rows: 12 }} />}
          </div>
          <div className="shops-main">
            {shown ? (
              <ShopMenu key={shown} shopId={shown} />
            ) : (
              data && (
                <EmptyState
                  drawing="bowl"
                  title={say("这个校区还没有店铺", "This campus has no shops yet")}
                />
              )
            )}
          </div>
        </div>
      )}
    </div>
  );
}
