import type { OrderId } from "@sanqi/kernel";
import { useRouter } from "@tarojs/taro";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { useOrderWatch } from "@/features/orders/use-order-watch";
import { SessionGate } from "@/features/session";
import { orderSteps } from "@/features/track/order-steps";
import { trackWords } from "@/features/track/track-words";
import { api } from "@/rpc";
import { Card, clockTime, Page, SectionTitle, Skeleton, Timeline } from "@/ui";

/** Every step of an order with who did it and when, still growing while it runs. */
function Story() {
  const { orderId: given = "" } = useRouter().params;
  const orderId = given as OrderId;
  const t = useWords(trackWords);
  const say = useSay();
  const order = useLoad(() => api.orders.get.query({ orderId }), [orderId]);
  useOrderWatch({
    orderId: order.data ? orderId : null,
    version: order.data?.version ?? 0,
    onOrder: order.put,
  });
  return (
    <LoadGate load={order} skeleton={<Skeleton shape="block" height={240} />}>
      {(data) => (
        <>
          <SectionTitle>{`${say({ zh: data.shop.name, en: data.shop.nameEn })} · ${data.orderNo}`}</SectionTitle>
          <Card>
            <Timeline steps={orderSteps(data, { words: say, ahead: t, time: clockTime })} />
          </Card>
        </>
      )}
    </LoadGate>
  );
}

export default function StoryPage() {
  const t = useWords(trackWords);
  return (
    <Page title={t("story")}>
      <SessionGate>
        <Story />
      </SessionGate>
    </Page>
  );
}
