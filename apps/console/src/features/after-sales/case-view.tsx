import type { Words } from "@sanqi/kernel";
import { useNow } from "../../ui/clock.ts";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { agoText, momentText } from "../../ui/time.ts";
import { lineWords } from "../orders/line-names.ts";
import { CaseDecision } from "./case-decision.tsx";
import { CasePictures } from "./case-pictures.tsx";
import type { Case } from "./use-after-sales.ts";
import { reasonWords } from "./words.ts";

type Props = { complaint: Pick<Case, "lines" | "afterSale" | "answerBy"> };

/** The complaint as it was told, the kitchen's answer, and the decision. */
export function CaseView({ complaint: { lines, afterSale, answerBy } }: Props) {
  const say = useSay();
  const now = useNow(30_000);
  const { reason, words, items, openedAt, answer, decision, no } = afterSale;
  const overdue = answer === null && decision === null && now > answerBy;
  const portions = items.map(({ line, quantity }) => {
    const of = lines[line];
    return of ? say(lineWords(String(line), [...lines.slice(0, line), { ...of, quantity }])) : String(line);
  });
  const until = momentText(answerBy, now);
  const silence: Words = decision
    ? { zh: "没有答复", en: "No answer" }
    : overdue
      ? { zh: `没有答复，已过 ${until} 的期限，可以直接裁定`, en: `No answer by ${until}; decide without it` }
      : { zh: `还没答复，期限 ${until}`, en: `No answer yet; until ${until}` };
  return (
    <ul className="case">
      <li>
        <span className="case-who">{say("同学", "Student")}</span>
        <div>
          <p>
            <Pill tone="danger">{say(reasonWords[reason])}</Pill>{" "}
            {portions.length > 0 ? portions.join(say("、", ", ")) : say("整单", "the whole order")}
            {no > 1 && <span className="faint"> {say(`第 ${no} 次售后`, `complaint no. ${no}`)}</span>}
          </p>
          {words && <q>{words}</q>}
          <CasePictures urls={afterSale.pictureUrls} />
          <p className="faint small">
            {momentText(openedAt, now)} · {agoText(openedAt, now, say)}
          </p>
        </div>
      </li>
      <li>
        <span className="case-who">{say("商家", "Kitchen")}</span>
        <div>
          {answer ? (
            <>
              <p>
                <Pill tone={answer.agrees ? "success" : "warning"}>
                  {answer.agrees ? say("同意退款", "Agrees") : say("不同意", "Disagrees")}
                </Pill>
              </p>
              {answer.words && <q>{answer.words}</q>}
              <p className="faint small">{momentText(answer.at, now)}</p>
            </>
          ) : (
            <p className={overdue ? "tone-danger-ink" : "faint"}>{say(silence)}</p>
          )}
        </div>
      </li>
      {decision && <CaseDecision decision={decision} lines={lines} now={now} />}
    </ul>
  );
}
