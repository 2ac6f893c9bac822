import { ScrollView, Text, View } from "@tarojs/components";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useSay } from "@/features/i18n";
import { Badge, Tappable } from "@/ui";
import { designScale } from "./design-scale";
import type { Dish } from "./dish-labels";
import { type MenuSection, railTop, sectionAt, sectionTops } from "./menu-sections";
import "./menu-board.scss";

type MenuBoardProps = {
  sections: readonly MenuSection[];
  countOf: (section: MenuSection) => number;
  renderDish: (dish: Dish) => ReactNode;
  /** True while the list stands away from its top, for a header that shrinks. */
  onAway: (away: boolean) => void;
};

/** While a tap on the rail glides there, the passing categories must not light up one after the other. */
const glideMs = 500;

/** Categories left, dishes right; each side follows the other. */
export function MenuBoard({ sections, countOf, renderDish, onAway }: MenuBoardProps) {
  const say = useSay();
  const tops = useMemo(() => sectionTops(sections), [sections]);
  const [active, setActive] = useState(0);
  const [target, setTarget] = useState(0);
  const turn = useRef(0);
  const quietUntil = useRef(0);
  const away = useRef(false);
  const choose = (index: number) => {
    quietUntil.current = Date.now() + glideMs;
    setActive(index);
    turn.current += 1;
    // an unchanged target would not scroll again, so every second one is half a pixel further
    setTarget((tops[index] ?? 0) * designScale() + (turn.current % 2) / 2);
  };
  const scrolled = (top: number) => {
    // two thresholds, so that a header which changes the room for the list cannot flicker
    const now = away.current ? top > 4 : top > 48;
    if (now !== away.current) {
      away.current = now;
      onAway(now);
    }
    if (Date.now() > quietUntil.current) setActive(sectionAt(tops, top / designScale()));
  };
  return (
    <View className="menu-board">
      <ScrollView
        scrollY
        className="menu-rail"
        scrollTop={railTop(active) * designScale()}
        scrollWithAnimation
      >
        {sections.map((section, index) => (
          <Tappable
            key={section.name}
            id={`rail-${index}`}
            role="tab"
            selected={index === active}
            className="menu-rail__item"
            onTap={() => choose(index)}
          >
            <Text className="menu-rail__name">{say({ zh: section.name, en: section.nameEn })}</Text>
            {countOf(section) > 0 ? (
              <View className="menu-rail__count">
                <Badge count={countOf(section)} />
              </View>
            ) : null}
          </Tappable>
        ))}
        <View className="menu-board__end" />
      </ScrollView>
      <ScrollView
        scrollY
        className="menu-list"
        scrollTop={target}
        scrollWithAnimation
        onScroll={(event) => scrolled(event.detail.scrollTop)}
      >
        {sections.map((section, index) => (
          <View key={section.name} id={`menu-${index}`}>
            <View className="menu-list__title">{say({ zh: section.name, en: section.nameEn })}</View>
            {section.dishes.map((dish) => (
              <View key={dish.dishId}>{renderDish(dish)}</View>
            ))}
          </View>
        ))}
        <View className="menu-board__end" />
      </ScrollView>
    </View>
  );
}
