import { type Fen, fen, yuanText } from "@sanqi/kernel";
import type { OrderAmounts, OrderDiscount, OrderLine } from "@sanqi/orders";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import { lineWords } from "./line-names.ts";

type Props = {
  amounts: OrderAmounts;
  discounts: readonly OrderDiscount[];
  lines: readonly Pick<OrderLine, "name" | "nameEn" | "quantity">[];
};

const less = (amount: Fen): Fen => fen(0 - amount);

/** The way from the price of the food to the total; each discount says who bears it and on which lines it fell. */
export function PriceSums({ amounts, discounts, lines }: Props) {
  const say = useSay();
  const { goodsFen, packingFen, deliveryFeeFen, totalFen } = amounts;
  return (
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
      {discounts.map((discount) => (
        <div key={discount.discountId} className="sum-discount">
          <dt>
            {say(discount.name)}{" "}
            <Pill tone={discount.bearer === "merchant" ? "food" : "brand"}>
              {discount.bearer === "merchant" ? say("商家承担", "Shop") : say("平台承担", "Platform")}
            </Pill>
            <span className="faint small sum-shares">
              {discount.shares
                .map((share) => `${say(lineWords(share.key, lines))} −¥${yuanText(share.fen)}`)
                .join(say("，", ", "))}
            </span>
          </dt>
          <dd>
            <Money amount={less(discount.fen)} />
          </dd>
        </div>
      ))}
      <dt className="sum-total">{say("合计", "Total")}</dt>
      <dd className="sum-total">
        <Money amount={totalFen} strong />
      </dd>
    </dl>
  );
}
