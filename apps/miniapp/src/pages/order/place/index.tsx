import type { PlaceId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useMemo, useState } from "react";
import { usePlaces } from "@/features/campus/campus-store";
import { campusWords } from "@/features/campus/campus-words";
import { groupPlaces } from "@/features/campus/place-groups";
import { PlacePicker } from "@/features/campus/place-picker";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { SessionGate, useSession } from "@/features/session";
import { EmptyState, ErrorState, Page, SearchBar, Skeleton } from "@/ui";
import "./index.scss";

function Places() {
  const t = useWords(campusWords);
  const say = useSay();
  const { places, failure, reload } = usePlaces();
  const { placeId, choosePlace } = useSession();
  const [search, setSearch] = useState("");
  const groups = useMemo(() => groupPlaces(places ?? [], search), [places, search]);
  const choose = useAction(async (chosen: PlaceId) => {
    await choosePlace(chosen);
    if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
    else await Taro.switchTab({ url: "/pages/home/index" });
  });
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
    <>
      <View className="place-page__search">
        <SearchBar id="place-search" value={search} onChange={setSearch} placeholder={t("search")} />
      </View>
      {groups.length === 0 ? (
        <EmptyState
          art="road"
          title={t("none")}
          text={t("noneText")}
          action={{ label: t("clear"), onTap: () => setSearch("") }}
        />
      ) : (
        <PlacePicker groups={groups} chosen={placeId} onChoose={(chosen) => void choose.run(chosen)} />
      )}
    </>
  );
}

export default function PlacePage() {
  const t = useWords(campusWords);
  return (
    <Page title={t("choose")}>
      <SessionGate>
        <Places />
      </SessionGate>
    </Page>
  );
}
