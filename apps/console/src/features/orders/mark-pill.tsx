import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { type Mark, marks } from "./marks.ts";

export function MarkPill({ mark }: { mark: Mark }) {
  const say = useSay();
  return <Pill tone={marks[mark].tone}>{say(marks[mark])}</Pill>;
}
