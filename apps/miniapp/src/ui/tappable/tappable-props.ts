import type { CSSProperties, ReactNode } from "react";

export type TappableProps = {
  /** Words for a screen reader; needed when the children are not text that says what happens. */
  label?: string;
  onTap?: () => void;
  disabled?: boolean;
  role?: "button" | "tab" | "radio" | "checkbox" | "switch" | "link";
  selected?: boolean;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
  /** Stable name that tests and the bundle harness look for. */
  id?: string;
};
