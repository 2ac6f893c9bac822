import { Image, Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { Button, Icon, Sheet, Tappable } from "@/ui";
import "./picture-field.scss";
import type { Picture } from "./picture-list";
import { pictureWords } from "./picture-words";
import type { Pictures } from "./use-pictures";

/** Pictures in a row: each shows how far it is, can be looked at, tried again and removed. */
export function PictureField({ field, most }: { field: Pictures; most: number }) {
  const t = useWords(pictureWords);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <View className="pictures">
      <Text className="pictures__title">{t("title", { most })}</Text>
      <View className="pictures__row">
        {field.pictures.map((picture, at) => (
          <Tile
            key={picture.path}
            at={at}
            picture={picture}
            onLook={() => setShown(picture.path)}
            onRetry={() => field.retry(picture.path)}
            onRemove={() => field.remove(picture.path)}
          />
        ))}
        {field.full ? null : (
          <Tappable
            id="picture-add"
            label={t("add")}
            className="pictures__add"
            onTap={() => void field.choose()}
          >
            <Icon name="plus" size={24} />
            <Text className="pictures__word">{t("add")}</Text>
          </Tappable>
        )}
      </View>
      <Sheet
        open={shown !== null}
        onClose={() => setShown(null)}
        title={t("look")}
        footer={<Button onTap={() => setShown(null)}>{t("close")}</Button>}
      >
        {shown ? (
          <Image className="pictures__large" src={shown} mode="aspectFit" aria-label={t("look")} />
        ) : null}
      </Sheet>
    </View>
  );
}

type TileProps = {
  at: number;
  picture: Picture;
  onLook: () => void;
  onRetry: () => void;
  onRemove: () => void;
};

function Tile({ at, picture: { path, state }, onLook, onRetry, onRemove }: TileProps) {
  const t = useWords(pictureWords);
  const say = useSay();
  return (
    <View className="picture">
      <Tappable id={`picture-${at}`} label={t("look")} className="picture__frame" onTap={onLook}>
        <Image className="picture__image" src={path} mode="aspectFill" aria-label={t("look")} />
        {state.kind === "onTheWay" ? (
          <View className="picture__cover" aria-role="status">
            <Text className="picture__word">{t("sending", { percent: Math.round(state.share * 100) })}</Text>
          </View>
        ) : null}
      </Tappable>
      {state.kind === "failed" ? (
        <Tappable
          id={`picture-${at}-retry`}
          label={`${say(state.words)} ${t("retry")}`}
          className="picture__cover is-failed"
          onTap={onRetry}
        >
          <Icon name="refresh" size={20} />
          <Text className="picture__word">{t("retry")}</Text>
        </Tappable>
      ) : null}
      <Tappable id={`picture-${at}-remove`} label={t("remove")} className="picture__remove" onTap={onRemove}>
        <View className="picture__cross">
          <Icon name="close" size={12} />
        </View>
      </Tappable>
    </View>
  );
}
