import { StarFilled } from "@ant-design/icons";
import { NavLink } from "react-router";
import { Art } from "../../ui/art.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import type { Shop } from "./use-shops.ts";

/** Open or closed with the hour at which that ends. */
export function OpenPill({ shop }: { shop: Shop }) {
  const say = useSay();
  if (shop.open) {
    const until = shop.closesAt;
    return (
      <Pill tone="success" dot>
        {until ? say(`营业至 ${until}`, `Open until ${until}`) : say("营业中", "Open")}
      </Pill>
    );
  }
  const from = shop.opensAt;
  return (
    <Pill tone="idle">{from ? say(`休息，${from} 开`, `Closed until ${from}`) : say("休息", "Closed")}</Pill>
  );
}

export function Rating({ shop }: { shop: Shop }) {
  const say = useSay();
  if (shop.rating === null) return <span className="faint">{say("暂无评分", "Not rated yet")}</span>;
  return (
    <span className="rating">
      <StarFilled /> {shop.rating.toFixed(1)} <span className="faint">({shop.ratingCount})</span>
    </span>
  );
}

export function ShopList({ shops }: { shops: readonly Shop[] }) {
  const say = useSay();
  const name = useName();
  return (
    <ul className="shop-list">
      {shops.map((shop) => (
        <li key={shop.shopId}>
          <NavLink to={`/shops/${shop.shopId}`} className={shop.open ? "" : "shop-closed"}>
            <Art kind="shops" name={shop.key} size={64} />
            <div>
              <p className="shop-name">{name(shop)}</p>
              <p className="small soft">
                <Rating shop={shop} /> · {say(shop.buildingName, shop.buildingNameEn)}
              </p>
              <p className="small shop-terms">
                <OpenPill shop={shop} />
                <span className="faint">
                  {say("起送", "min.")} <Money amount={shop.minOrderFen} />
                </span>
              </p>
            </div>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
