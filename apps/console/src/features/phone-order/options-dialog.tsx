import { addFen } from "@sanqi/kernel";
import { Checkbox, Modal, Radio } from "antd";
import { useState } from "react";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import type { Dish } from "../shops/use-shops.ts";
import { unsettledGroups } from "./cart.ts";

type Props = { dish: Dish; onChosen: (choices: string[]) => void; onClose: () => void };

/** The options of one portion, with its price. */
export function OptionsDialog({ dish, onChosen, onClose }: Props) {
  const say = useSay();
  const name = useName();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const unsettled = unsettledGroups(dish, picked);
  const extras = dish.options.flatMap((group) =>
    group.choices
      .filter((choice) => picked.includes(`${group.key}:${choice.key}`))
      .map((choice) => choice.priceFen),
  );
  const pick = (groupKey: string, keys: readonly string[]) =>
    setPicked([...picked.filter((key) => !key.startsWith(`${groupKey}:`)), ...keys]);

  return (
    <Modal
      open
      title={name(dish)}
      onCancel={onClose}
      okText={say("加一份", "Add one")}
      okButtonProps={{ disabled: unsettled.length > 0 }}
      onOk={() => onChosen([...picked])}
    >
      {dish.options.map((group) => {
        const options = group.choices.map((choice) => ({
          value: `${group.key}:${choice.key}`,
          disabled: choice.soldOut || choice.left === 0,
          label: (
            <>
              {name(choice)}
              {choice.priceFen !== 0 && (
                <span className="faint">
                  {" "}
                  {choice.priceFen > 0 && "+"}
                  <Money amount={choice.priceFen} />
                </span>
              )}
            </>
          ),
        }));
        const rule =
          group.min === group.max
            ? say(`选 ${group.min} 项`, `choose ${group.min}`)
            : say(`选 ${group.min}–${group.max} 项`, `choose ${group.min} to ${group.max}`);
        return (
          <fieldset key={group.key} className="option-group">
            <legend className={unsettled.includes(group.key) ? "field-label tone-danger-ink" : "field-label"}>
              {name(group)} <span className="faint small">{rule}</span>
            </legend>
            {group.max === 1 && group.min === 1 ? (
              <Radio.Group
                options={options}
                value={picked.find((key) => key.startsWith(`${group.key}:`)) ?? null}
                onChange={(event) => pick(group.key, [event.target.value as string])}
              />
            ) : (
              <Checkbox.Group
                options={options}
                value={picked.filter((key) => key.startsWith(`${group.key}:`))}
                onChange={(values) => pick(group.key, values)}
              />
            )}
          </fieldset>
        );
      })}
      <p className="option-total">
        {say("一份", "One portion")} <Money amount={addFen(dish.priceFen, ...extras)} strong />
      </p>
    </Modal>
  );
}
