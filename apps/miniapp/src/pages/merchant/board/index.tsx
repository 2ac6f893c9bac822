import { View } from "@tarojs/components";
import Taro, { useDidHide, useUnload } from "@tarojs/taro";
import { useMemo, useState } from "react";
import { useWords } from "@/features/i18n";
import { BoardColumns } from "@/features/kitchen/board-columns";
import { HandOverSheet } from "@/features/kitchen/hand-over-sheet";
import { type Column, type KitchenOrder, withDeeds } from "@/features/kitchen/kitchen-board";
import { useKitchen } from "@/features/kitchen/kitchen-store";
import { kitchenWords } from "@/features/kitchen/kitchen-words";
import { OrderTicket } from "@/features/kitchen/order-ticket";
import { RefuseSheet } from "@/features/kitchen/refuse-sheet";
import { TodayFigures } from "@/features/kitchen/today-figures";
import { LoadGate } from "@/features/loading";
import { useSession } from "@/features/session";
import { LinkHint } from "@/features/staff/link-hint";
import { RoleGate } from "@/features/staff/role-gate";
import { useFollowedBoard } from "@/features/staff/use-followed-board";
import { useNow } from "@/features/staff/use-now";
import { api } from "@/rpc";
import { Icon, type IconName, Page, Skeleton, Tappable } from "@/ui";
import "./index.scss";

function useKitchenBoard() {
  const { board, failure, deeds, load } = useKitchen();
  const shown = useMemo(() => board && withDeeds(board, deeds), [board, deeds]);
  return {
    data: shown,
    failure,
    loading: !board && !failure,
    reload: load,
    put: () => undefined,
  };
}

const openDesk = (page: string) => void Taro.navigateTo({ url: `/pages/merchant/${page}` });

function Door({ id, icon, to, words }: { id: string; icon: IconName; to: string; words: string }) {
  return (
    <Tappable id={id} role="link" className="kitchen__door" onTap={() => openDesk(`${to}/index`)}>
      <Icon name={icon} size={20} className="kitchen__door-icon" />
      {words}
    </Tappable>
  );
}

function Board() {
  const t = useWords(kitchenWords);
  const { ringing, act, hush, leave, load } = useKitchen();
  const board = useKitchenBoard();
  const now = useNow();
  const [column, setColumn] = useState<Column>("new");
  const [refusing, setRefusing] = useState<{ order: KitchenOrder; open: boolean } | null>(null);
  const [handing, setHanding] = useState<{ order: KitchenOrder; open: boolean } | null>(null);
  const manyShops = useSession(
    (state) => (state.person?.roles.filter((grant) => grant.role === "merchant").length ?? 0) > 1,
  );
  const link = useFollowedBoard({
    open: (handlers) => api.merchant.watch.subscribe(undefined, handlers),
    read: load,
    lost: board.failure !== null,
  });
  useDidHide(() => void leave());
  useUnload(() => void leave());
  return (
    // any touch of the screen shows that somebody is there
    <View onTouchStart={hush}>
      <View className="kitchen__bar">
        <LinkHint state={link} />
        <View className="kitchen__doors">
          <Door id="open-menu" icon="list" to="menu" words={t("menu")} />
          <Door id="open-shop" icon="shop" to="shop" words={t("shop")} />
        </View>
      </View>
      {ringing.length > 0 ? (
        <Tappable id="hush" className="kitchen__bell" onTap={hush}>
          <Icon name="sound" size={24} className="kitchen__bell-icon" />
          {t("ringing", { count: ringing.length })}
        </Tappable>
      ) : null}
      <LoadGate load={board} skeleton={<Skeleton shape="block" height={240} count={2} />}>
        {(data) => (
          <>
            <TodayFigures today={data.today} />
            <BoardColumns
              board={data}
              shown={column}
              onShow={setColumn}
              renderOrder={(order, at) => (
                <OrderTicket
                  key={order.orderId}
                  order={order}
                  column={at}
                  now={now}
                  manyShops={manyShops}
                  onDeed={(deed) => act(order, deed)}
                  onHandOver={() => setHanding({ order, open: true })}
                  onPrint={() => openDesk(`ticket/index?orderId=${order.orderId}`)}
                  onRefuse={() => {
                    hush();
                    setRefusing({ order, open: true });
                  }}
                />
              )}
            />
          </>
        )}
      </LoadGate>
      {refusing ? (
        <RefuseSheet
          order={refusing.order}
          open={refusing.open}
          onClose={() => setRefusing({ ...refusing, open: false })}
          onReason={(reason) => {
            setRefusing({ ...refusing, open: false });
            act(refusing.order, "refuse", reason);
          }}
        />
      ) : null}
      {handing ? (
        <HandOverSheet
          key={handing.order.orderId}
          order={handing.order}
          open={handing.open}
          onClose={() => setHanding({ ...handing, open: false })}
        />
      ) : null}
    </View>
  );
}

export default function MerchantBoardPage() {
  const t = useWords(kitchenWords);
  const load = useKitchen((state) => state.load);
  return (
    <Page title={t("title")} wide onRefresh={load}>
      <RoleGate of="merchant" skeleton={<Skeleton shape="block" height={240} count={2} />}>
        <Board />
      </RoleGate>
    </Page>
  );
}
