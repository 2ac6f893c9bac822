import { answerWithin } from "@sanqi/orders";
import { lazy, Suspense } from "react";
import { useName, useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { CaseView } from "../after-sales/case-view.tsx";
import { caseStates } from "../after-sales/words.ts";
import { Facts } from "./facts.tsx";
import { MoneyList } from "./money-list.tsx";
import { OrderBooks } from "./order-books.tsx";
import { PriceList } from "./price-list.tsx";
import { RawEvents } from "./raw-events.tsx";
import { Timeline } from "./timeline.tsx";
import type { OrderStory } from "./use-story.ts";

const OrderMap = lazy(() => import("../map/order-map.tsx").then((m) => ({ default: m.OrderMap })));

/** One order from its first tap to its last event. */
export function Story({ data, now }: { data: OrderStory; now: number }) {
  const say = useSay();
  const name = useName();
  const { order, story, events } = data;
  return (
    <div className="story">
      <section className="story-wide">
        <Facts data={data} now={now} />
      </section>
      {order.afterSale && (
        <section className="story-wide">
          <h2 className="story-case">
            {say("售后", "Complaint")}
            <Pill tone={caseStates[order.afterSale.state].tone} dot>
              {say(caseStates[order.afterSale.state])}
            </Pill>
          </h2>
          <CaseView
            complaint={{
              lines: order.lines,
              afterSale: order.afterSale,
              answerBy: order.afterSale.openedAt + answerWithin,
            }}
          />
        </section>
      )}
      <div className="story-columns">
        <section>
          <h2>{say("经过", "Story")}</h2>
          <Timeline story={story} />
        </section>
        <div className="story-side">
          <section className="story-map">
            <Suspense fallback={<div className="map-canvas" aria-busy="true" />}>
              <OrderMap
                from={order.shopPoint}
                to={order.place.point}
                shop={name(order.shop)}
                place={name(order.place)}
              />
            </Suspense>
          </section>
          <section>
            <h2>{say("餐品与价目", "Food and price")}</h2>
            <PriceList order={order} />
          </section>
          <section>
            <h2>{say("资金", "Money")}</h2>
            <MoneyList data={data} />
          </section>
        </div>
      </div>
      <OrderBooks orderId={order.orderId} />
      <RawEvents events={events} />
    </div>
  );
}
