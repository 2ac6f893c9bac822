import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { Art } from "../../ui/art.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import { type Dish, useMenu } from "../shops/use-shops.ts";
import type { PhoneLine } from "./cart.ts";
import { OptionsDialog } from "./options-dialog.tsx";

type Props = { shopId: string; onAdd: (portion: Omit<PhoneLine, "quantity">) => void };

/** The menu of the shop; a dish with options asks for them first. */
export function DishPicker({ shopId, onAdd }: Props) {
  const say = useSay();
  const name = useName();
  const { data, error, refetch } = useMenu(shopId);
  const [text, setText] = useState("");
  const [choosing, setChoosing] = useState<Dish | null>(null);
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  const wanted = text.trim().toLowerCase();
  const dishes = data.dishes
    .filter((dish) => `${dish.name} ${dish.nameEn}`.toLowerCase().includes(wanted))
    .sort((a, b) => Number(a.soldOut) - Number(b.soldOut));
  const add = (dish: Dish) =>
    dish.options.length > 0 ? setChoosing(dish) : onAdd({ dishId: dish.dishId, choices: [] });
  return (
    <>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={say("找菜", "Find a dish")}
        aria-label={say("找菜", "Find a dish")}
        value={text}
        maxLength={30}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="phone-dishes">
        {dishes.map((dish) => {
          const gone = dish.soldOut || dish.left === 0;
          return (
            <li key={dish.dishId} className={gone ? "dish-out" : ""}>
              <Art kind="dishes" name={dish.art} size={40} />
              <span>{name(dish)}</span>
              {gone && <Pill tone="danger">{say("售罄", "Sold out")}</Pill>}
              <Money amount={dish.priceFen} />
              <Button
                icon={<PlusOutlined />}
                disabled={gone}
                onClick={() => add(dish)}
                aria-label={say(`加一份${name(dish)}`, `Add ${name(dish)}`)}
              >
                {dish.options.length > 0 && say("选规格", "Options")}
              </Button>
            </li>
          );
        })}
      </ul>
      {choosing && (
        <OptionsDialog
          key={choosing.dishId}
          dish={choosing}
          onClose={() => setChoosing(null)}
          onChosen={(choices) => {
            onAdd({ dishId: choosing.dishId, choices });
            setChoosing(null);
          }}
        />
      )}
    </>
  );
}
