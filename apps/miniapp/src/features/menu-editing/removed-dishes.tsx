import { useSay, useWords } from "@/features/i18n";
import { Button, Card, ListRow, SectionTitle, yuan } from "@/ui";
import { editingWords } from "./editing-words";
import type { EditableMenu } from "./menu-list";

type Removed = EditableMenu["removed"][number];

/** Dishes that were taken off, each with the way back; nothing where there are none. */
export function RemovedDishes({
  removed,
  onRestore,
}: {
  removed: readonly Removed[];
  onRestore: (dish: Removed) => Promise<void>;
}) {
  const t = useWords(editingWords);
  const say = useSay();
  if (removed.length === 0) return null;
  return (
    <>
      <SectionTitle>{t("removedTitle")}</SectionTitle>
      <Card flush>
        {removed.map((dish) => (
          <ListRow
            key={dish.dishId}
            title={say({ zh: dish.name, en: dish.nameEn })}
            text={`${dish.category} · ${yuan(dish.priceFen, false)}`}
            end={
              <Button
                id={`restore-${dish.dishId}`}
                kind="quiet"
                label={`${t("restore")} ${say({ zh: dish.name, en: dish.nameEn })}`}
                onTap={() => void onRestore(dish)}
              >
                {t("restore")}
              </Button>
            }
          />
        ))}
      </Card>
    </>
  );
}
