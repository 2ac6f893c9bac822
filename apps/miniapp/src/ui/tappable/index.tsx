import type { ITouchEvent } from "@tarojs/components";
import { View } from "@tarojs/components";
import "./tappable.scss";
import type { TappableProps } from "./tappable-props";

/** Anything that reacts to a tap, with the host's own pressed state. A tap never reaches a tappable around it. */
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
  const aria = { "aria-role": role, ...(label ? { "aria-label": label } : {}) };
  const state = `${disabled ? " is-disabled" : ""}${selected ? " is-selected" : ""}`;
  const tap = (event: ITouchEvent) => {
    event.stopPropagation();
    if (!disabled) onTap?.();
  };
  return (
    <View
      {...(id ? { id } : {})}
      {...(aria as object)}
      className={`sq-tappable ${className}${state}`}
      hoverClass={disabled ? "none" : "is-pressed"}
      hoverStayTime={80}
      style={style}
      onClick={tap}
    >
      {children}
    </View>
  );
}
