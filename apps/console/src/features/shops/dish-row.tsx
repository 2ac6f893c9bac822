import { App, Switch } from "antd";
import { failureOf } from "../../rpc/failure.ts";
import { Art } from "../../ui/art.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { type Dish, useSetSoldOut } from "./use-shops.ts";

const labelWords: Readonly<Record<Dish["labels"][number], { zh: string; en: string; tone: Tone }>> = {
  halal: { zh: "清真", en: "Halal", tone: "success" },
  vegetarian: { zh: "素", en: "Vegetarian", tone: "success" },
  spicy1: { zh: "微辣", en: "Mild", tone: "food" },
  spicy2: { zh: "中辣", en: "Hot", tone: "food" },
  spicy3: { zh: "特辣", en: "Very hot", tone: "danger" },
};

/** So few portions left that the kitchen may run out before lunch ends. */
const low = 10;

function Left({ dish }: { dish: Dish }) {
  const say = useSay();
  if (dish.left === 0) return <Pill tone="danger">{say("库存 0", "None left")}</Pill>;
  const words = say(`剩 ${dish.left} 份`, `${dish.left} left`);
  return dish.left <= low ? (
    <Pill tone="warning">{words}</Pill>
  ) : (
    <span className="figures soft">{words}</span>
  );
}

export function DishRow({ shopId, dish }: { shopId: string; dish: Dish }) {
  const say = useSay();
  const { message } = App.useApp();
  const setSoldOut = useSetSoldOut();
  const name = useName()(dish);

  const toggle = (onSale: boolean) =>
    setSoldOut.mutate(
      { shopId, dishId: dish.dishId, soldOut: !onSale },
      {
        onSuccess: () =>
          void message.success(
            onSale
              ? say(`“${name}”已恢复售卖`, `“${name}” is on sale again`)
              : say(`“${name}”已设为售罄，学生立刻看到`, `“${name}” is sold out; students see it at once`),
          ),
        onError: (error) => void message.error(say(failureOf(error).words)),
      },
    );

  return (
    <li className={dish.soldOut ? "dish dish-out" : "dish"}>
      <Art kind="dishes" name={dish.art} size={56} />
      <div className="dish-words">
        <p>
          <strong>{name}</strong>
          {dish.labels.map((label) => (
            <Pill key={label} tone={labelWords[label].tone}>
              {say(labelWords[label])}
            </Pill>
          ))}
        </p>
        <p className="faint small">{say(dish.description, dish.descriptionEn)}</p>
      </div>
      <Left dish={dish} />
      <Money amount={dish.priceFen} strong />
      <Switch
        checked={!dish.soldOut}
        onChange={toggle}
        checkedChildren={say("在售", "On sale")}
        unCheckedChildren={say("售罄", "Sold out")}
        aria-label={say(`${name}在售`, `${name} on sale`)}
      />
    </li>
  );
}
