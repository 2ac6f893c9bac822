import type { ReactNode } from "react";

/** What a colour means; the style sheet and the tokens say which colour that is. */
export type Tone = "idle" | "brand" | "food" | "warning" | "violet" | "info" | "success" | "danger";

/** A short word on a tinted ground; `dot` repeats the tone for eyes that scan a column. */
export function Pill(props: { tone: Tone; dot?: boolean; title?: string; children: ReactNode }) {
  return (
    <span className={`pill tone-${props.tone}`} title={props.title}>
      {props.dot && <span className="pill-dot" aria-hidden="true" />}
      {props.children}
    </span>
  );
}
