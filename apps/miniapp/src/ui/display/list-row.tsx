import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../icon";
import { Tappable } from "../tappable";
import "./list-row.scss";

type ListRowProps = {
  title: ReactNode;
  text?: ReactNode;
  icon?: IconName;
  start?: ReactNode;
  end?: ReactNode;
  onTap?: () => void;
  label?: string;
  id?: string;
};

/** A line in a card or on a surface; with `onTap` it shows that it leads somewhere. */
export function ListRow({ title, text, icon, start, end, onTap, label, id }: ListRowProps) {
  const inside = (
    <>
      {start ??
        (icon ? (
          <View className="sq-row__icon">
            <Icon name={icon} />
          </View>
        ) : null)}
      <View className="sq-row__main">
        <View className="sq-row__title">{title}</View>
        {text ? <View className="sq-row__text">{text}</View> : null}
      </View>
      {end ? <View className="sq-row__end">{end}</View> : null}
      {onTap ? <Icon name="chevron-right" size={16} className="sq-row__go" /> : null}
    </>
  );
  if (!onTap)
    return (
      <View {...(id ? { id } : {})} className="sq-row">
        {inside}
      </View>
    );
  return (
    <Tappable {...(id ? { id } : {})} {...(label ? { label } : {})} onTap={onTap} className="sq-row">
      {inside}
    </Tappable>
  );
}
