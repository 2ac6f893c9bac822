import { Alert } from "antd";
import { Art } from "../../ui/art.tsx";
import { useLanguage, useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { PriceSums } from "../orders/price-sums.tsx";
import { priceProblems } from "./money.ts";
import type { OrderStory } from "./use-story.ts";

/** What was ordered, what made it cheaper, and how the total comes about. */
export function PriceList({ order }: { order: OrderStory["order"] }) {
  const say = useSay();
  const { language } = useLanguage();
  const name = useName();
  const problems = priceProblems(order);
  const paid = new Map(order.paidLines.map((line) => [line.key, line]));
  return (
    <>
      <ul className="lines">
        {order.lines.map((line, at) => {
          const own = paid.get(String(at));
          return (
            <li key={`${line.dishId}${line.choices.map((choice) => choice.key).join()}`}>
              <Art kind="dishes" name={line.art} size={40} />
              <div>
                <p>{name(line)}</p>
                {line.choices.length > 0 && (
                  <p className="faint small">
                    {line.choices.map(name).join(language === "zh" ? "、" : ", ")}
                  </p>
                )}
                {own && own.refundableFen < own.fen && (
                  <p className="small tone-danger-ink">
                    {own.refundableFen === 0
                      ? say("已全退", "All of it went back")
                      : say("退了一部分", "Some of it went back")}
                  </p>
                )}
              </div>
              <span className="figures soft">×{line.quantity}</span>
              <span className="line-price">
                <Money amount={line.totalFen} />
                {own && own.fen !== line.totalFen && (
                  <span className="total-back" title={say("优惠后实付", "Paid after discounts")}>
                    {say("实付", "paid")} <Money amount={own.fen} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <PriceSums amounts={order.amounts} discounts={order.discounts} lines={order.lines} />
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say(
            `价目加总对不上（${problems.join("、")}），请把追踪号交给值班工程师`,
            `The list does not add up (${problems.join(", ")}); hand the trace id to the engineer on duty`,
          )}
        />
      )}
    </>
  );
}
