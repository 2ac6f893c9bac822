import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { BarChart, Card, ListRow, PriceLine, SectionTitle, yuan } from "@/ui";
import "./day-cards.scss";
import { dayWords } from "./day-words";
import { type DaySummary, hourBars, ownFen } from "./hour-bars";

/** The day's counts, three in a row. */
export function DayFigures({ day }: { day: DaySummary }) {
  const t = useWords(dayWords);
  const figures = [
    ["orders", String(day.orders)],
    ["delivered", String(day.delivered)],
    ["refused", String(day.refused)],
    ["cook", day.cookMinutes === null ? t("unknown") : t("minutes", { count: Math.round(day.cookMinutes) })],
    ["complaints", String(day.complaints)],
    ["rating", day.rating === null ? t("unknown") : day.rating.toFixed(1)],
  ] as const;
  return (
    <View id="day-figures" className="day-figures">
      {figures.map(([name, value]) => (
        <View key={name} className="day-figures__one" aria-label={`${t(name)} ${value}`}>
          <Text className="day-figures__value">{value}</Text>
          <Text className="day-figures__name">{t(name)}</Text>
        </View>
      ))}
    </View>
  );
}

/** The day's money, line by line, and what it comes to. */
export function DayMoney({ day }: { day: DaySummary }) {
  const t = useWords(dayWords);
  return (
    <Card id="day-money">
      <PriceLine name={t("goods")} fen={day.goodsFen} />
      <PriceLine name={t("packing")} fen={day.packingFen} />
      <PriceLine name={t("discount")} fen={-day.ownDiscountFen} />
      <PriceLine name={t("refunded")} fen={-day.refundedFen} />
      <PriceLine name={t("sum")} fen={ownFen(day)} strong />
      <View className="day-money__hint">{t("hint")}</View>
    </Card>
  );
}

/** When the orders came, and how they left. */
export function DayHours({ day }: { day: DaySummary }) {
  const t = useWords(dayWords);
  return (
    <>
      <SectionTitle>{t("byHour")}</SectionTitle>
      <Card>
        <BarChart bars={hourBars(day.byHour)} unit={t("unit")} />
      </Card>
      <SectionTitle>{t("byHandover")}</SectionTitle>
      <Card flush>
        {day.byHandover.map(({ handover, orders }) => (
          <ListRow key={handover} title={t(handover)} end={t("count", { count: orders })} />
        ))}
      </Card>
    </>
  );
}

/** Dishes by what was sold of them, best first. */
export function BestDishes({ day }: { day: DaySummary }) {
  const t = useWords(dayWords);
  const say = useSay();
  return (
    <>
      <SectionTitle>{t("best")}</SectionTitle>
      <Card flush>
        {day.dishes.map(({ dishId, name, nameEn, portions, goodsFen }) => (
          <ListRow
            key={dishId}
            title={say({ zh: name, en: nameEn })}
            end={t("portions", { count: portions, amount: yuan(goodsFen) })}
          />
        ))}
      </Card>
    </>
  );
}
