import { distanceMetres } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Button, clockTime, Price } from "@/ui";
import { usePosition } from "./position-store";
import { useRiding } from "./riding-store";
import { ridingWords } from "./riding-words";
import { roundedMetres, type Task } from "./route-order";
import { UrgedTag } from "./urged-tag";
import { useDeeds } from "./use-deeds";
import "./offer-card.scss";

/** A line of short facts that breaks between them only. */
function Facts({ words, late }: { words: readonly string[]; late?: boolean }) {
  return (
    <View className={`offer__facts${late ? " is-late" : ""}`}>
      {words.map((word, index) => (
        <Text key={word} className="offer__fact">
          {index < words.length - 1 ? `${word} ·` : word}
        </Text>
      ))}
    </View>
  );
}

/** An order that nobody carries yet: from where to where, how far, what it pays. */
export function OfferCard({ task, now }: { task: Task; now: number }) {
  const t = useWords(ridingWords);
  const deeds = useDeeds();
  const busy = useRiding((state) => state.busy);
  const here = usePosition((state) => state.here);
  const late = now > task.promise.latest;
  const [from, to] = [clockTime(task.promise.earliest), clockTime(task.promise.latest)];
  const far = [
    ...(here ? [t("toShop", { metres: roundedMetres(distanceMetres(here, task.shop.point)) })] : []),
    t("straight", { metres: roundedMetres(distanceMetres(task.shop.point, task.place.point)) }),
  ];
  return (
    <View id={`offer-${task.orderId}`} className="offer">
      <View className="offer__main">
        <View className="offer__ends">
          <Text>{deeds.shop(task)}</Text>
          <Text className="offer__arrow">→</Text>
          <Text>{deeds.place(task)}</Text>
        </View>
        <Facts words={far} />
        <Facts
          late={late}
          words={[
            late ? t("overdue", { to }) : t("due", { from, to }),
            t(task.fulfilment === "ready" ? "isReady" : "notReady"),
            t("pieces", { count: task.pieces }),
          ]}
        />
        <UrgedTag urgedAt={task.urgedAt} now={now} />
        {task.note ? <View className="offer__note">{t("note", { note: task.note })}</View> : null}
      </View>
      <View className="offer__end">
        <Price fen={task.feeFen} size="l" />
        <Button
          id={`claim-${task.orderId}`}
          className="offer__claim"
          label={`${t("claim")} ${task.orderNo}`}
          loading={busy === `claim ${task.orderId}`}
          onTap={() => void deeds.claim(task)}
        >
          {t("claim")}
        </Button>
      </View>
    </View>
  );
}
