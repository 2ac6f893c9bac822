import { InputNumber } from "antd";
import { useName, useSay } from "../../ui/language.tsx";
import { useMenu } from "../shops/use-shops.ts";
import { lineKey, type PhoneLine } from "./cart.ts";

type Props = {
  shopId: string;
  lines: readonly PhoneLine[];
  onQuantity: (key: string, quantity: number) => void;
};

export function CartLines({ shopId, lines, onQuantity }: Props) {
  const say = useSay();
  const name = useName();
  const { data } = useMenu(shopId);
  return (
    <ul className="phone-lines">
      {lines.map((line) => {
        const dish = data?.dishes.find((one) => one.dishId === line.dishId);
        const chosen = dish?.options.flatMap((group) =>
          group.choices.filter((choice) => line.choices.includes(`${group.key}:${choice.key}`)).map(name),
        );
        const title = dish ? name(dish) : line.dishId;
        return (
          <li key={lineKey(line)}>
            <span>
              {title}
              {chosen && chosen.length > 0 && (
                <span className="faint small"> {chosen.join(say("、", ", "))}</span>
              )}
            </span>
            <InputNumber
              min={0}
              max={50}
              value={line.quantity}
              onChange={(value) => onQuantity(lineKey(line), value ?? 0)}
              aria-label={say(`${title}份数`, `Portions of ${title}`)}
            />
          </li>
        );
      })}
    </ul>
  );
}
