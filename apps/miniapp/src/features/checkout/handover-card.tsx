import type { Handover } from "@sanqi/orders";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { scanAnything } from "@/features/shops/scan-anything";
import { useSeenShops } from "@/features/shops/seen-shops";
import { useTable } from "@/features/shops/table-store";
import { Card, Icon, ListRow, Tabs } from "@/ui";
import { checkoutWords } from "./checkout-words";
import "./handover-card.scss";
import type { OrderDraft } from "./use-order-draft";
import { WhereChoices } from "./where-choices";

/** How the lunch reaches its person: brought, fetched or served; only what the shop offers. */
export function HandoverCard({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const { way, change, handovers, seatless } = draft;
  const scan = useAction(scanAnything);
  // a time belongs to the kitchen, not to the way the lunch takes: it stays
  const choose = (handover: Handover) => change({ handover });
  return (
    <Card flush>
      {handovers.length > 1 ? (
        <View id="handovers" className="handover-tabs">
          <Tabs
            kind="segment"
            items={handovers.map((key) => ({ key, label: t(`way_${key}`) }))}
            value={way.handover}
            onChange={choose}
          />
        </View>
      ) : null}
      {way.handover === "delivery" ? (
        <WhereChoices own={draft.own} chosen={way.placeId} onChoose={(placeId) => change({ placeId })} />
      ) : (
        <InTheShop draft={draft} />
      )}
      {seatless ? (
        <ListRow id="scan-table" icon="scan" title={t("scanTable")} onTap={() => void scan.run()} />
      ) : null}
    </Card>
  );
}

function InTheShop({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const { shopId, way } = draft;
  const seen = useSeenShops((state) => state.shops[shopId]);
  const table = useTable(way.tableId);
  const atTable = way.handover === "table";
  const shop = seen ? say(seen.name) : "";
  return (
    <View className="handover-shop">
      <Icon name={atTable ? "flag" : "shop"} size={20} className="handover-shop__icon" />
      <View className="handover-shop__main">
        <Text id="handover-place" className="handover-shop__name">
          {atTable ? t("atTable", { table: table?.name ?? "" }) : t("pickupAt")}
        </Text>
        <Text className="handover-shop__text">{atTable ? t("tableText") : t("pickupText", { shop })}</Text>
      </View>
    </View>
  );
}
