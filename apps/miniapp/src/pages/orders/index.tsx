import { View } from "@tarojs/components";
import Taro, { useDidShow, useReachBottom } from "@tarojs/taro";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { OrderCard } from "@/features/orders/order-card";
import { orderWords } from "@/features/orders/order-words";
import { splitRunning } from "@/features/orders/running";
import { useHistory } from "@/features/orders/use-history";
import { useOrderWatch } from "@/features/orders/use-order-watch";
import { SessionGate } from "@/features/session";
import { StaleNote } from "@/features/shops/stale-note";
import { Button, EmptyState, Page, SectionTitle, Skeleton } from "@/ui";
import "./index.scss";

type Orders = ReturnType<typeof useHistory>;

function List({ orders }: { orders: Orders }) {
  const t = useWords(orderWords);
  const { load, more, loadingMore } = orders;
  const { running, earlier } = splitRunning(load.data?.orders ?? []);
  const first = running[0] ?? null;
  useOrderWatch({
    orderId: first?.orderId ?? null,
    version: 0,
    onOrder: (order) =>
      load.put(
        (now) =>
          now && {
            ...now,
            orders: now.orders.map((card) => (card.orderId === order.orderId ? order : card)),
          },
      ),
  });
  if (running.length + earlier.length === 0)
    return (
      <EmptyState
        art="bag"
        title={t("none")}
        text={t("noneText")}
        action={{ label: t("goHome"), onTap: () => void Taro.switchTab({ url: "/pages/home/index" }) }}
      />
    );
  return (
    <>
      {running.length > 0 ? <SectionTitle>{t("running")}</SectionTitle> : null}
      {running.map((order) => (
        <OrderCard key={order.orderId} order={order} running onEnd={() => void load.reload()} />
      ))}
      {earlier.length > 0 ? <SectionTitle>{t("earlier")}</SectionTitle> : null}
      {earlier.map((order) => (
        <OrderCard key={order.orderId} order={order} running={false} onEnd={() => undefined} />
      ))}
      <View className="orders-end">
        {load.data?.before ? (
          <Button id="orders-more" kind="plain" size="s" loading={loadingMore} onTap={() => void more()}>
            {t("loadMore")}
          </Button>
        ) : (
          t("allShown")
        )}
      </View>
    </>
  );
}

function Orders() {
  const orders = useHistory();
  const [seen, setSeen] = useState(false);
  useDidShow(() => {
    if (seen) void orders.load.reload();
    setSeen(true);
  });
  useReachBottom(() => void orders.more());
  return (
    <>
      <StaleNote load={orders.load} />
      <LoadGate load={orders.load} skeleton={<Skeleton count={4} />}>
        {() => <List orders={orders} />}
      </LoadGate>
    </>
  );
}

export default function OrdersPage() {
  const t = useWords(orderWords);
  const [turn, setTurn] = useState(0);
  return (
    <Page title={t("title")} tab onRefresh={async () => setTurn(turn + 1)}>
      <SessionGate skeleton={<Skeleton count={4} />}>
        <Orders key={turn} />
      </SessionGate>
    </Page>
  );
}
