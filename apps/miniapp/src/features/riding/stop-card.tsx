import { distanceMetres } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { ReactNode } from "react";
import { useWords } from "@/features/i18n";
import { Button, clockTime, Icon, Tag, Tappable } from "@/ui";
import { usePosition } from "./position-store";
import { useRiding } from "./riding-store";
import { ridingWords } from "./riding-words";
import { roundedMetres, type Stop } from "./route-order";
import { UrgedTag } from "./urged-tag";
import { useDeeds } from "./use-deeds";
import "./stop-card.scss";

type StopCardProps = {
  stop: Stop;
  now: number;
  /** The next stop is large and carries the map. */
  next: boolean;
  map?: ReactNode;
  onDeliver: () => void;
  /** On the stop's own page nothing leads to that page. */
  noDetails?: boolean;
};

/** One stop of the route: where, which order, until when, and the one thing to do there. */
export function StopCard({ stop, now, next, map, onDeliver, noDetails }: StopCardProps) {
  const t = useWords(ridingWords);
  const deeds = useDeeds();
  const busy = useRiding((state) => state.busy);
  const here = usePosition((state) => state.here);
  const { task, kind } = stop;
  const fetching = kind === "fetch";
  const cooking = task.fulfilment === "accepted";
  const shop = deeds.shop(task);
  const place = deeds.place(task);
  const late = now > task.promise.latest;
  const [from, to] = [clockTime(task.promise.earliest), clockTime(task.promise.latest)];
  const open = () => void Taro.navigateTo({ url: `/pages/rider/stop/index?orderId=${task.orderId}` });
  return (
    <View id={`task-${task.orderId}`} className={`stop${next ? "" : " is-small"}`}>
      {map ? (
        <Tappable className="stop__map" role="link" label={t("details")} onTap={open}>
          {map}
        </Tappable>
      ) : null}
      <View className="stop__body">
        <View className="stop__kind">
          <View className="stop__step">
            <Icon name={fetching ? "shop" : "pin"} size={20} className="stop__step-icon" />
            <Text>
              {next
                ? `${t("nextStop")} · ${t(fetching ? "fetchAt" : "handAt")}`
                : t(fetching ? "fetchAt" : "handAt")}
            </Text>
          </View>
          <Text className="stop__no">{task.orderNo}</Text>
        </View>
        <View className="stop__where">{fetching ? shop : place}</View>
        <View className="stop__way">
          {fetching ? t("to", { place }) : t("from", { shop })}
          {here ? ` · ${t("away", { metres: roundedMetres(distanceMetres(here, stop.point)) })}` : ""}
        </View>
        <View className="stop__facts">
          <Text className={`stop__due${late ? " is-late" : ""}`}>
            {late ? t("overdue", { to }) : t("due", { from, to })}
          </Text>
          {fetching ? (
            <Tag tone={cooking ? "warning" : "success"}>{t(cooking ? "notReady" : "isReady")}</Tag>
          ) : null}
          <UrgedTag urgedAt={task.urgedAt} now={now} />
          <Text>{t("pieces", { count: task.pieces })}</Text>
        </View>
        {task.note ? <View className="stop__note">{t("note", { note: task.note })}</View> : null}
        <View className="stop__deeds">
          {fetching ? null : (
            <Tappable
              id={`call-${task.orderId}`}
              label={t("call")}
              className="stop__side"
              onTap={() => void deeds.call(task)}
            >
              <Icon name="phone" size={24} />
            </Tappable>
          )}
          {noDetails ? null : (
            <Tappable
              id={`stop-${task.orderId}`}
              role="link"
              label={t("details")}
              className="stop__side"
              onTap={open}
            >
              <Icon name="pin" size={24} />
            </Tappable>
          )}
          {fetching ? (
            <Button
              id={`pickup-${task.orderId}`}
              className="stop__deed"
              disabled={cooking}
              loading={busy === `pickUp ${task.orderId}`}
              onTap={() => void deeds.pickUp(task)}
            >
              {cooking ? t("waitKitchen") : t("pickedUp")}
            </Button>
          ) : (
            <Button id={`deliver-${task.orderId}`} className="stop__deed" onTap={onDeliver}>
              {t("delivered")}
            </Button>
          )}
        </View>
      </View>
    </View>
  );
}
