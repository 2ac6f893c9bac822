import type { ShopId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { useNow } from "@/features/staff/use-now";
import { PeriodTabs, usePeriod } from "@/features/statement/period-tabs";
import { type Statement, StatementView } from "@/features/statement/statement-view";
import { statementWords } from "@/features/statement/statement-words";
import { api } from "@/rpc";
import { Page, Skeleton } from "@/ui";
import "./index.scss";

type Days = { from: string; to: string };

/** A new period is a new load: the sums of another one never stand under its name. */
function Sums({ shopId, days, now }: { shopId: ShopId; days: Days; now: number }) {
  const load = useLoad<Statement>(
    () => api.merchant.statement.query({ shopId, ...days }),
    [shopId, days.from, days.to],
  );
  usePullDownRefresh(() => void load.reload());
  return (
    <LoadGate load={load} skeleton={<Skeleton shape="block" height={240} />}>
      {(statement) => <StatementView statement={statement} now={now} />}
    </LoadGate>
  );
}

function ShopStatement({ shopId }: { shopId: ShopId }) {
  const now = useNow();
  const { name, setName, days } = usePeriod(now);
  return (
    <>
      <View className="statement__tabs">
        <PeriodTabs value={name} onChange={setName} />
      </View>
      <Sums key={`${shopId} ${name}`} shopId={shopId} days={days} now={now} />
    </>
  );
}

export default function MerchantStatementPage() {
  const t = useWords(statementWords);
  return (
    <Page title={t("title")}>
      <OwnShopGate>{(menu) => <ShopStatement shopId={menu.shop.shopId} />}</OwnShopGate>
    </Page>
  );
}
