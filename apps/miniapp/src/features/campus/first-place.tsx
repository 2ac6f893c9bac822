import type { PlaceId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { usePlaces } from "@/features/campus/campus-store";
import { campusWords } from "@/features/campus/campus-words";
import { groupPlaces } from "@/features/campus/place-groups";
import { PlacePicker } from "@/features/campus/place-picker";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { useSession } from "@/features/session";
import { ErrorState, Skeleton } from "@/ui";
import "./first-place.scss";

/** The first visit asks where to deliver, in the page itself: nothing pops up. */
export function FirstPlace() {
  const t = useWords(campusWords);
  const say = useSay();
  const { places, failure, reload } = usePlaces();
  const choose = useAction((placeId: PlaceId) => useSession.getState().choosePlace(placeId));
  if (failure)
    return (
      <ErrorState
        message={say(failure.words)}
        code={failure.code}
        traceId={failure.traceId}
        retryLabel={say({ zh: "重试", en: "Try again" })}
        onRetry={() => void reload()}
      />
    );
  if (!places) return <Skeleton shape="block" height={160} count={3} />;
  return (
    <View id="first-place">
      <View className="first-place">
        <View className="first-place__title">{t("whereTo")}</View>
        <View className="first-place__text">{t("whereToText")}</View>
      </View>
      <PlacePicker
        groups={groupPlaces(places, "")}
        chosen={null}
        onChoose={(placeId) => void choose.run(placeId)}
      />
    </View>
  );
}
