import type { OrderId } from "@sanqi/kernel";
import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { afterSaleWords } from "@/features/after-sale/after-sale-words";
import { itemsOf, missingIn, mostPictures, noComplaint } from "@/features/after-sale/complaint-draft";
import { ComplaintForm } from "@/features/after-sale/complaint-form";
import { useWords } from "@/features/i18n";
import { LoadGate, useAction, useLoad } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { idsOf } from "@/features/pictures/picture-list";
import { usePictures } from "@/features/pictures/use-pictures";
import { SessionGate, useSession } from "@/features/session";
import { api } from "@/rpc";
import { Button, EmptyState, Page, Skeleton, toast } from "@/ui";

function useComplaint(orderId: OrderId, reload: () => Promise<void>) {
  const t = useWords(afterSaleWords);
  const [draft, setDraft] = useState(noComplaint);
  const pictures = usePictures("afterSale", mostPictures);
  const pictureIds = idsOf(pictures.pictures);
  const missing = missingIn(draft);
  const send = useAction(
    async () => {
      const { reason, words } = draft;
      if (!reason || !pictureIds) return;
      await api.orders.complain.mutate({
        orderId,
        reason,
        words: words.trim(),
        items: itemsOf(draft),
        pictureIds,
      });
      await Taro.navigateBack();
      toast(t("sent"));
    },
    (failure) => {
      // a lost answer, or another device: the case may be open already
      if (failure.code === "ORDER_STATE_CONFLICT") void reload();
      return false;
    },
  );
  const label = () => {
    if (missing) return t(missing === "reason" ? "chooseReason" : "chooseItems");
    return pictureIds ? t("submit") : t("waitPictures");
  };
  return { draft, setDraft, pictures, send, ready: !missing && pictureIds !== null, label };
}

export default function AfterSalePage() {
  const { orderId: given = "" } = useRouter().params;
  const orderId = given as OrderId;
  const t = useWords(afterSaleWords);
  const ready = useSession((state) => state.status === "ready");
  const order = useLoad<OrderView | null>(
    async () => (ready ? api.orders.get.query({ orderId }) : null),
    [orderId, ready],
  );
  const complaint = useComplaint(orderId, order.reload);
  const open = order.data?.can.complain ?? false;
  const bottom = open ? (
    <Button
      id="complaint-send"
      size="l"
      loading={complaint.send.busy}
      disabled={!complaint.ready}
      onTap={() => void complaint.send.run()}
    >
      {complaint.label()}
    </Button>
  ) : null;
  return (
    <Page title={t("title")} bottom={bottom}>
      <SessionGate skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <LoadGate load={order} skeleton={<Skeleton shape="block" height={160} count={3} />}>
          {(data) => {
            if (!data) return null;
            if (data.can.complain)
              return (
                <ComplaintForm
                  order={data}
                  draft={complaint.draft}
                  onChange={complaint.setDraft}
                  pictures={complaint.pictures}
                />
              );
            return (
              <EmptyState
                art="calm"
                title={t("closedForm")}
                text={t("closedFormText")}
                action={{
                  label: t("backToOrder"),
                  onTap: () => void Taro.redirectTo({ url: `/pages/track/order/index?orderId=${orderId}` }),
                }}
              />
            );
          }}
        </LoadGate>
      </SessionGate>
    </Page>
  );
}
