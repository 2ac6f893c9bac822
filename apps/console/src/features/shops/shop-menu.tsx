import { Skeleton } from "antd";
import { Art } from "../../ui/art.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { DishRow } from "./dish-row.tsx";
import { OpenPill, Rating } from "./shop-list.tsx";
import { useMenu } from "./use-shops.ts";

export function ShopMenu({ shopId }: { shopId: string }) {
  const say = useSay();
  const name = useName();
  const { data, error, refetch } = useMenu(shopId);
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active avatar paragraph={{ rows: 10 }} />;
  const { shop, categories, dishes } = data;
  const out = dishes.filter((dish) => dish.soldOut || dish.left === 0).length;
  return (
    <article className="menu">
      <header className="menu-head">
        <Art kind="shops" name={shop.key} size={72} />
        <div>
          <h2>{name(shop)}</h2>
          <p className="soft">
            <Rating shop={shop} /> · {say(shop.category, shop.categoryEn)} ·{" "}
            {say(shop.buildingName, shop.buildingNameEn)}
          </p>
          <p className="small menu-terms">
            <OpenPill shop={shop} />
            <span>
              {say("起送", "Minimum")} <Money amount={shop.minOrderFen} />
            </span>
            <span>
              {say("打包", "Packing")} <Money amount={shop.packingFen} />
            </span>
            <span>
              {say("配送", "Delivery")} <Money amount={shop.deliveryFeeFen} />
            </span>
            <span>
              {say(`${dishes.length} 道菜，${out} 道不可点`, `${dishes.length} dishes, ${out} not available`)}
            </span>
          </p>
        </div>
      </header>
      {categories.map((category) => (
        <section key={category.name}>
          <h3>{name(category)}</h3>
          <ul>
            {dishes
              .filter((dish) => dish.category === category.name)
              // By name: a dish that is switched off stays where the hand is, and does not sink to the end.
              .sort((a, b) => a.name.localeCompare(b.name, "zh"))
              .map((dish) => (
                <DishRow key={dish.dishId} shopId={shop.shopId} dish={dish} />
              ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
