import { Drawer, Skeleton } from "antd";
import { useLocation, useNavigate, useParams } from "react-router";
import { PaymentPill } from "../features/orders/payment-pill.tsx";
import { StagePill } from "../features/orders/stage-pill.tsx";
import { OrderActions } from "../features/story/order-actions.tsx";
import { Story } from "../features/story/story.tsx";
import { type OrderStory, useStory } from "../features/story/use-story.ts";
import { useNow } from "../ui/clock.ts";
import { CopyText } from "../ui/copy-text.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { momentText } from "../ui/time.ts";
import "../styles/after-sales.css";
import "../styles/story.css";

function StoryTitle({ order, now }: { order: OrderStory["order"]; now: number }) {
  const say = useSay();
  return (
    <div className="story-title">
      <strong>{order.orderNo}</strong>
      <StagePill stage={order.stage} />
      <PaymentPill payment={order.payment} />
      <span className="faint small">
        {say(`${momentText(order.placedAt, now)} 下单`, `placed ${momentText(order.placedAt, now)}`)}
      </span>
      <CopyText text={order.orderId} label={say("订单号", "order id")} short={8} />
    </div>
  );
}

/** The address of one order; it lies over the list, and closing it leaves the list as it was. */
export function OrderPage() {
  const say = useSay();
  const now = useNow(15_000);
  const navigate = useNavigate();
  const { search } = useLocation();
  const { orderId = "" } = useParams();
  const { data, error, refetch } = useStory(orderId);

  return (
    <Drawer
      open
      size={960}
      rootClassName="story-drawer"
      onClose={() => void navigate({ pathname: "/orders", search })}
      title={data ? <StoryTitle order={data.order} now={now} /> : say("订单", "Order")}
      extra={data && <OrderActions data={data} />}
    >
      {data ? (
        <Story data={data} now={now} />
      ) : error ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 14 }} />
      )}
    </Drawer>
  );
}
