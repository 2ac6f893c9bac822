import { View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { dishPicture } from "@/features/shops/art";
import { Button, Card, Photo } from "@/ui";
import type { FormPart } from "./dish-facts";
import "./dish-picture.scss";
import { editingWords } from "./editing-words";
import { useDishPicture } from "./use-dish-picture";

/** The picture of a dish, to be chosen, changed and given up; without one its drawing is shown, or the first sign of its name. */
export function DishPicture({ form, onChange, art }: Pick<FormPart, "form" | "onChange"> & { art: string }) {
  const t = useWords(editingWords);
  const { share, choose } = useDishPicture(({ pictureId, path }) =>
    onChange({ pictureId, pictureUrl: path }),
  );
  const src = form.pictureUrl || art ? dishPicture({ art, pictureUrl: form.pictureUrl }) : null;
  return (
    <Card>
      <View className="dish-picture">
        <Photo key={src ?? ""} src={src} name={form.name || t("newDish")} size="l" />
        <View className="dish-picture__deeds">
          <Button
            id="picture-choose"
            kind="quiet"
            size="l"
            loading={share !== null}
            onTap={() => void choose()}
          >
            {share === null
              ? t(form.pictureId ? "changePicture" : "choosePicture")
              : t("pictureSending", { percent: Math.round(share * 100) })}
          </Button>
          {form.pictureId ? (
            <Button
              id="picture-drop"
              kind="plain"
              size="l"
              className="dish-picture__drop"
              onTap={() => onChange({ pictureId: null, pictureUrl: null })}
            >
              {t("dropPicture")}
            </Button>
          ) : null}
        </View>
      </View>
    </Card>
  );
}
