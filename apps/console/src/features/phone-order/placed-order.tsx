import { Button, Space } from "antd";
import { Link } from "react-router";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { PaymentPill } from "../orders/payment-pill.tsx";
import { PayCode } from "../payments/pay-code.tsx";
import { useStory } from "../story/use-story.ts";

type OrderId = Parameters<typeof PayCode>[0]["orderId"];

/** The order that was just placed: its number and the code to read out; it tells when the money has come. */
export function PlacedOrder({ orderId, onAnother }: { orderId: OrderId; onAnother: () => void }) {
  const say = useSay();
  const { data, error, refetch } = useStory(orderId);
  const order = data?.order;
  const waits = order?.payment === "unpaid";
  return (
    <section className="card phone-placed">
      <p className="soft">{say("订单已建，单号", "The order is placed, its number is")}</p>
      {error && !order ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <p className="phone-number">
          {order?.orderNo ?? "…"} {order && <PaymentPill payment={order.payment} />}
        </p>
      )}
      {order && <Money amount={order.totalFen} strong />}
      {waits && <PayCode orderId={orderId} />}
      {order && !waits && order.payment === "paid" && (
        <p className="tone-success-ink" role="status">
          {say("已收到付款，商家可以接单了", "Paid; the kitchen can accept it now")}
        </p>
      )}
      <Space>
        <Link className="link" to={`/orders/${orderId}`}>
          {say("打开订单", "Open the order")}
        </Link>
        <Button onClick={onAnother}>{say("再下一单", "Another order")}</Button>
      </Space>
    </section>
  );
}
