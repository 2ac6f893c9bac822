import type { ComponentProps, ReactNode } from "react";
import { Drawing } from "./drawing.tsx";

/** Nothing here: a drawing, why, and at most one thing to do about it. */
export function EmptyState(props: {
  drawing: ComponentProps<typeof Drawing>["name"];
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="notice">
      <Drawing name={props.drawing} />
      <p className="notice-title">{props.title}</p>
      {props.children}
    </div>
  );
}
