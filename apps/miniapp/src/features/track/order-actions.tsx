import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useWords } from "@/features/i18n";
import { type Load, useAction } from "@/features/loading";
import { orderAgain } from "@/features/orders/order-again";
import { paidWords } from "@/features/orders/order-words";
import { payOrder } from "@/features/orders/pay-order";
import type { OrderView } from "@/features/orders/use-order-watch";
import { trackWords } from "@/features/track/track-words";
import { Button, toast, yuan } from "@/ui";
import "./order-actions.scss";

const rate = (orderId: string) => void Taro.navigateTo({ url: `/pages/track/rate/index?orderId=${orderId}` });

/** Pay while it is unpaid; rate and order again once it has ended. */
export function OrderActions({ order, load }: { order: OrderView; load: Load<OrderView> }) {
  const t = useWords(trackWords);
  const words = useWords(paidWords);
  const pay = useAction(
    async () => {
      const how = await payOrder(order.orderId, "三栖校园点餐");
      await load.reload();
      toast(words(how));
    },
    (failure) => {
      if (failure.code === "ORDER_NOT_PAYABLE") void load.reload();
      return false;
    },
  );
  const again = useAction(() => orderAgain(order.orderId));
  if (order.can.pay)
    return (
      <Button id="pay-button" size="l" loading={pay.busy} onTap={() => void pay.run()}>
        {t("pay", { amount: yuan(order.totalFen) })}
      </Button>
    );
  return (
    <View className="track-actions">
      {order.can.rate ? (
        <Button
          id="rate-order"
          kind="plain"
          className="track-actions__half"
          onTap={() => rate(order.orderId)}
        >
          {t("rate")}
        </Button>
      ) : null}
      <Button
        id="order-again"
        className="track-actions__half"
        loading={again.busy}
        onTap={() => void again.run()}
      >
        {t("again")}
      </Button>
    </View>
  );
}
