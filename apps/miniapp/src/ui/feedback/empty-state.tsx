import { Image, Text, View } from "@tarojs/components";
import bagArt from "../../assets/art/bag.png";
import bowlArt from "../../assets/art/bowl.png";
import calmArt from "../../assets/art/calm.png";
import cloudArt from "../../assets/art/cloud.png";
import inboxArt from "../../assets/art/inbox.png";
import roadArt from "../../assets/art/road.png";
import { Button } from "../controls/button";
import "./empty-state.scss";

export type EmptyArt = keyof typeof arts;
const arts = { bag: bagArt, bowl: bowlArt, calm: calmArt, cloud: cloudArt, inbox: inboxArt, road: roadArt };

type EmptyStateProps = {
  art: EmptyArt;
  title: string;
  text?: string;
  action?: { label: string; onTap: () => void };
};

/** Nothing here yet: a drawing, words that say why, and one thing to do. */
export function EmptyState({ art, title, text, action }: EmptyStateProps) {
  return (
    <View className="sq-empty">
      <Image className="sq-empty__art" src={arts[art]} mode="aspectFit" />
      <Text className="sq-empty__title">{title}</Text>
      {text ? <Text className="sq-empty__text">{text}</Text> : null}
      {action ? (
        <View className="sq-empty__action">
          <Button onTap={action.onTap}>{action.label}</Button>
        </View>
      ) : null}
    </View>
  );
}
