import type { AfterSale } from "@sanqi/orders";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { momentText } from "../../ui/time.ts";
import { lineWords } from "../orders/line-names.ts";
import type { Case } from "./use-after-sales.ts";
import { bearerWords } from "./words.ts";

type Props = { decision: NonNullable<AfterSale["decision"]>; lines: Case["lines"]; now: number };

/** How a complaint ended, line by line. */
export function CaseDecision({ decision, lines, now }: Props) {
  const say = useSay();
  const { by, fen, parts, bearer, words, at } = decision;
  return (
    <li>
      <span className="case-who">{say("裁定", "Decision")}</span>
      <div>
        <p>
          {fen === 0 ? (
            say("驳回，不退款", "Turned down, nothing back")
          ) : (
            <>
              {say("退", "Refund")} <Money amount={fen} strong /> · {say(bearerWords[bearer])}
            </>
          )}
          <span className="faint">
            {" "}
            · {by === "merchant" ? say("商家同意", "the shop agreed") : say("运营", "the desk")}
          </span>
        </p>
        {parts.length > 0 && (
          <p className="small soft">
            {parts.map((part, at) => (
              <span key={part.key}>
                {at > 0 && say("；", "; ")}
                {say(lineWords(part.key, lines))} <Money amount={part.fen} />
              </span>
            ))}
          </p>
        )}
        {words && <q>{words}</q>}
        <p className="faint small">{momentText(at, now)}</p>
      </div>
    </li>
  );
}
