import type { LineKey } from "@sanqi/orders";
import { Button } from "antd";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { YuanInput } from "../../ui/yuan-input.tsx";
import { lineWords } from "../orders/line-names.ts";
import { claimed, type Draft, type DraftSum, wholeOrder } from "./decision.ts";
import type { Case } from "./use-after-sales.ts";

type Props = {
  complaint: Pick<Case, "lines" | "paidLines" | "afterSale">;
  draft: Draft;
  sum: DraftSum;
  onChange: (draft: Draft) => void;
};

/** Money back line by line, with what was paid and what is left of it. */
export function DecideLines({ complaint, draft, sum, onChange }: Props) {
  const say = useSay();
  const { lines, paidLines } = complaint;
  const set = (key: LineKey, text: string) => onChange({ ...draft, [key]: text });
  return (
    <>
      <div className="presets">
        <Button size="small" onClick={() => onChange(claimed(complaint))}>
          {say("按投诉的部分", "As complained")}
        </Button>
        <Button size="small" onClick={() => onChange(wholeOrder(paidLines))}>
          {say("整单", "The whole order")}
        </Button>
        <Button size="small" onClick={() => onChange({})}>
          {say("不退款", "Nothing")}
        </Button>
      </div>
      <table className="plain decide-lines">
        <thead>
          <tr>
            <th scope="col">{say("项目", "Line")}</th>
            <th scope="col">{say("实付", "Paid")}</th>
            <th scope="col">{say("还可退", "Left")}</th>
            <th scope="col">{say("这次退", "Back now")}</th>
          </tr>
        </thead>
        <tbody>
          {paidLines
            .filter((line) => line.fen > 0)
            .map((line) => {
              const name = say(lineWords(line.key, lines));
              return (
                <tr key={line.key}>
                  <th scope="row">{name}</th>
                  <td>
                    <Money amount={line.fen} />
                  </td>
                  <td>
                    <Money amount={line.refundableFen} />
                  </td>
                  <td>
                    <YuanInput
                      label={say(`${name}退款金额（元）`, `Refund for ${name} in yuan`)}
                      value={draft[line.key] ?? ""}
                      wrong={sum.wrong.includes(line.key)}
                      disabled={line.refundableFen === 0}
                      onChange={(text) => set(line.key, text)}
                    />
                  </td>
                </tr>
              );
            })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say("合计退款", "Back in all")}
            </th>
            <td>
              <Money amount={sum.sumFen} strong />
            </td>
          </tr>
        </tfoot>
      </table>
      {sum.wrong.length > 0 && (
        <p className="tone-danger-ink small" role="alert">
          {say(
            "标红的金额不对：写成 12.50 这样，不能超过还可退的",
            "The amounts in red are wrong: write 12.50, and no more than what is left",
          )}
        </p>
      )}
    </>
  );
}
