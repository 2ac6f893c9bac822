import { Alert } from "antd";
import { Art } from "../../ui/art.tsx";
import { useLanguage, useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { priceProblems } from "./money.ts";
import type { OrderStory } from "./use-story.ts";

/** What was ordered and how the total comes about. */
export function PriceList({ order }: { order: OrderStory["order"] }) {
  const say = useSay();
  const { language } = useLanguage();
  const { goodsFen, packingFen, deliveryFeeFen, totalFen } = order.amounts;
  const name = useName();
  return (
    <>
      <ul className="lines">
        {order.lines.map((line) => (
          <li key={`${line.dishId}${line.choices.map((choice) => choice.key).join()}`}>
            <Art kind="dishes" name={line.art} size={40} />
            <div>
              <p>{name(line)}</p>
              {line.choices.length > 0 && (
                <p className="faint small">{line.choices.map(name).join(language === "zh" ? "、" : ", ")}</p>
              )}
            </div>
            <span className="figures soft">×{line.quantity}</span>
            <Money amount={line.totalFen} />
          </li>
        ))}
      </ul>
      <dl className="sums">
        <dt>{say("餐品", "Food")}</dt>
        <dd>
          <Money amount={goodsFen} />
        </dd>
        <dt>{say("打包", "Packing")}</dt>
        <dd>
          <Money amount={packingFen} />
        </dd>
        <dt>{say("配送", "Delivery")}</dt>
        <dd>
          <Money amount={deliveryFeeFen} />
        </dd>
        <dt className="sum-total">{say("合计", "Total")}</dt>
        <dd className="sum-total">
          <Money amount={totalFen} strong />
        </dd>
      </dl>
      {priceProblems(order).length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say(
            "价目加总对不上，请把追踪号交给值班工程师",
            "The list does not add up; hand the trace id to the engineer on duty",
          )}
        />
      )}
    </>
  );
}
