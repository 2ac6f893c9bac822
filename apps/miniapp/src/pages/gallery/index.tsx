import { View } from "@tarojs/components";
import { useState } from "react";
import {
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  ErrorState,
  ListRow,
  Page,
  SectionTitle,
  Sheet,
  Skeleton,
  toast,
  undoable,
} from "@/ui";
import { Controls } from "./controls";
import { Displays } from "./displays";
import { MapSample } from "./map-sample";

/** Every component of ui/ on one page; built only with SANQI_GALLERY=1 and never into a mini-program. */
export default function GalleryPage() {
  const [open, setOpen] = useState<"none" | "sheet" | "confirm">("none");
  const close = () => setOpen("none");
  const undo = () =>
    undoable({ text: "已清空购物车", undoLabel: "撤销", undo: () => undefined, commit: () => undefined });
  return (
    <Page
      title="组件 Components"
      onRefresh={() => Promise.resolve()}
      bottom={<Button size="l">去结算 ¥32.50</Button>}
    >
      <Displays />
      <Controls />
      <SectionTitle>反馈</SectionTitle>
      <Card flush>
        <ListRow id="open-sheet" icon="bag" title="打开面板" onTap={() => setOpen("sheet")} />
        <ListRow id="open-confirm" icon="trash" title="确认取消" onTap={() => setOpen("confirm")} />
        <ListRow id="open-toast" icon="info" title="提示" onTap={() => toast("已加入购物车")} />
        <ListRow id="open-undo" icon="refresh" title="可撤销" text="五秒内可以反悔" onTap={undo} />
      </Card>
      <MapSample />
      <Skeleton count={2} />
      <Card flush>
        <Skeleton shape="row" count={2} />
      </Card>
      <EmptyState
        art="bowl"
        title="还没有订单"
        text="第一顿想吃点什么？"
        action={{ label: "去点餐", onTap: () => undefined }}
      />
      <View id="arts">
        <EmptyState art="bag" title="购物袋 bag" />
        <EmptyState art="inbox" title="没有新消息 inbox" />
        <EmptyState art="road" title="没有配送任务 road" />
        <EmptyState art="calm" title="今天大家都好好吃饭了 calm" />
      </View>
      <ErrorState
        message="网络不通，请检查后重试"
        code="NETWORK"
        traceId="trc_0123456789"
        retryLabel="重试"
        onRetry={() => undefined}
      />
      <Sheet
        open={open === "sheet"}
        onClose={close}
        title="选择规格"
        footer={<Button onTap={close}>加入购物车 ¥18</Button>}
      >
        <ListRow title="大份" end="+¥3" />
        <ListRow title="微辣" end="免费" />
      </Sheet>
      <ConfirmSheet
        open={open === "confirm"}
        title="取消这个订单？"
        text="商家还没有接单。¥32.50 会原路退回，一般几分钟到账。取消后不能恢复。"
        confirmLabel="取消订单"
        cancelLabel="再等等"
        danger
        onConfirm={close}
        onClose={close}
      />
    </Page>
  );
}
