import type { AriaAttributes, KeyboardEvent, MouseEvent } from "react";
import "./tappable.scss";
import type { TappableProps } from "./tappable-props";

/** A div with a button's role, because cards that react to taps contain buttons and HTML forbids nested buttons. */
export function Tappable({
  label,
  onTap,
  disabled,
  role = "button",
  selected,
  className = "",
  style,
  children,
  id,
}: TappableProps) {
  const state = `${disabled ? " is-disabled" : ""}${selected ? " is-selected" : ""}`;
  const act = (event: MouseEvent | KeyboardEvent) => {
    event.stopPropagation();
    if (!disabled) onTap?.();
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    act(event);
  };
  const aria: AriaAttributes & { role: string } = {
    role,
    "aria-label": label,
    "aria-disabled": disabled || undefined,
  };
  if (role === "tab") aria["aria-selected"] = !!selected;
  else if (role !== "button" && role !== "link") aria["aria-checked"] = !!selected;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role comes with the aria attributes
    <div
      {...aria}
      id={id}
      tabIndex={disabled ? -1 : 0}
      className={`sq-tappable ${className}${state}`}
      style={style}
      onClick={act}
      onKeyDown={key}
    >
      {children}
    </div>
  );
}
