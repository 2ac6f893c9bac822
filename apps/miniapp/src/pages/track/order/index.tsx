import type { OrderId } from "@sanqi/kernel";
import { isRunning } from "@sanqi/orders";
import { Text, View } from "@tarojs/components";
import { useDidShow, useRouter, useShareAppMessage } from "@tarojs/taro";
import { useRef, useState } from "react";
import { useWords } from "@/features/i18n";
import { type Load, LoadGate, useLoad } from "@/features/loading";
import { type OrderView, type RiderPosition, useOrderWatch } from "@/features/orders/use-order-watch";
import { sharedCard } from "@/features/pay-code/shared-code";
import { SessionGate, useSession } from "@/features/session";
import { OrderActions } from "@/features/track/order-actions";
import { OrderDetails } from "@/features/track/order-details";
import { trackWords } from "@/features/track/track-words";
import { api } from "@/rpc";
import { Icon, Page, Skeleton } from "@/ui";
import "./index.scss";

/** The lunch, its money or a complaint about it is under way: worth following live. */
const stillMoves = ({ stage, payment, afterSaleState }: OrderView): boolean =>
  isRunning(stage) || payment === "refunding" || (afterSaleState !== null && afterSaleState !== "closed");

export default function OrderPage() {
  const { orderId = "" } = useRouter().params;
  const t = useWords(trackWords);
  const ready = useSession((state) => state.status === "ready");
  const load = useLoad<OrderView | null>(
    async () => (ready ? api.orders.get.query({ orderId: orderId as OrderId }) : null),
    [orderId, ready],
  );
  const order = load.data;
  useShareAppMessage(sharedCard);
  const first = useRef(true);
  useDidShow(() => {
    // back from the rating or the shop; the first showing has just loaded
    if (!first.current) void load.reload();
    first.current = false;
  });
  const moving = order !== null && stillMoves(order);
  const [rider, setRider] = useState<RiderPosition | null>(null);
  const watched = useOrderWatch({
    orderId: moving ? (orderId as OrderId) : null,
    version: order?.version ?? 0,
    onOrder: load.put,
    onRider: setRider,
  });
  const down = watched === "down" && moving;
  const known = load as Load<OrderView>;
  const acts = order && (order.can.pay || !isRunning(order.stage));
  return (
    <Page
      title={t("title")}
      onRefresh={load.reload}
      bottom={order && acts ? <OrderActions order={order} load={known} /> : null}
    >
      <SessionGate skeleton={<Skeleton shape="block" height={160} count={3} />}>
        {down ? (
          <View id="poll-hint" className="track-hint" aria-role="status">
            <Icon name="wifi" size={16} className="track-hint__icon" />
            <Text>{t("pollHint")}</Text>
          </View>
        ) : null}
        <LoadGate load={load} skeleton={<Skeleton shape="block" height={160} count={3} />}>
          {(data) => data && <OrderDetails order={data} load={known} rider={rider} />}
        </LoadGate>
      </SessionGate>
    </Page>
  );
}
