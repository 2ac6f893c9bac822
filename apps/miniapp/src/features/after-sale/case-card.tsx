import { Image, Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { fromServer } from "@/features/shops/art";
import { api } from "@/rpc";
import { Button, Card, ConfirmSheet, dayTime, Tag, toast, yuan } from "@/ui";
import { afterSaleWords } from "./after-sale-words";
import "./case-card.scss";

type Case = NonNullable<OrderView["afterSale"]>;
const tones = { opened: "warning", answered: "warning", decided: "brand", closed: "plain" } as const;

/** The newest complaint of an order: what was said, what was answered and decided, and what the money does. */
export function CaseCard({ order, onDone }: { order: OrderView; onDone: () => Promise<void> }) {
  const t = useWords(afterSaleWords);
  const { afterSale } = order;
  if (!afterSale) return null;
  const { state, answer, decision } = afterSale;
  const withdrawn = state === "closed" && !decision;
  return (
    <Card id="after-sale">
      <View className="case__head">
        <Text className="case__title">{`${t("case")} · ${t(afterSale.reason)}`}</Text>
        <View id="after-sale-state">
          <Tag tone={tones[state]}>{t(withdrawn ? "withdrawn" : state)}</Tag>
        </View>
      </View>
      <Subject order={order} afterSale={afterSale} />
      {answer ? (
        <Said
          title={t(answer.agrees ? "kitchenAgrees" : "kitchenDiffers")}
          words={answer.words}
          at={answer.at}
        />
      ) : null}
      {decision ? <Decision order={order} afterSale={afterSale} decision={decision} /> : null}
      {order.can.withdraw ? <Withdraw order={order} onDone={onDone} /> : null}
    </Card>
  );
}

function Subject({ order, afterSale }: { order: OrderView; afterSale: Case }) {
  const t = useWords(afterSaleWords);
  const say = useSay();
  const names = afterSale.items.flatMap(({ line, quantity }) => {
    const found = order.lines[line];
    return found ? [`${say({ zh: found.name, en: found.nameEn })} ×${quantity}`] : [];
  });
  const pictures = afterSale.pictureIds.length;
  return (
    <>
      <Text className="case__lines">
        {names.length > 0 ? names.join(say({ zh: "、", en: ", " })) : t("whole")}
      </Text>
      {afterSale.words ? <Text className="case__words">{afterSale.words}</Text> : null}
      {pictures > 0 ? (
        <View className="case__pictures">
          {afterSale.pictureUrls.map((url, at) => (
            <Image
              key={afterSale.pictureIds[at]}
              className="case__picture"
              src={fromServer(url)}
              mode="aspectFill"
              lazyLoad
              aria-label={t("picture", { no: at + 1 })}
            />
          ))}
        </View>
      ) : null}
      <Text className="case__when">
        {[dayTime(afterSale.openedAt, Date.now()), pictures > 0 ? t("pictures", { count: pictures }) : ""]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </>
  );
}

function Said({ title, words, at }: { title: string; words: string; at: number }) {
  return (
    <View className="case__said">
      <View className="case__head">
        <Text className="case__from">{title}</Text>
        <Text className="case__when">{dayTime(at, Date.now())}</Text>
      </View>
      {words ? <Text className="case__words">{words}</Text> : null}
    </View>
  );
}

function Decision({
  order,
  afterSale,
  decision,
}: {
  order: OrderView;
  afterSale: Case;
  decision: NonNullable<Case["decision"]>;
}) {
  const t = useWords(afterSaleWords);
  const arrived = order.refunds.some(({ key, done }) => key === afterSale.afterSaleId && done);
  const amount = yuan(decision.fen);
  return (
    <>
      {decision.by === "operator" ? (
        <Said title={t("decisionOperator")} words={decision.words} at={decision.at} />
      ) : null}
      <Text id="after-sale-refund" className={`case__money${arrived ? " is-done" : ""}`}>
        {decision.fen === 0 ? t("noRefund") : t(arrived ? "refundDone" : "refund", { amount })}
      </Text>
    </>
  );
}

function Withdraw({ order, onDone }: { order: OrderView; onDone: () => Promise<void> }) {
  const t = useWords(afterSaleWords);
  const [open, setOpen] = useState(false);
  const withdraw = useAction(
    async () => {
      await api.orders.withdrawComplaint.mutate({ orderId: order.orderId });
      setOpen(false);
      await onDone();
      toast(t("done"));
    },
    () => {
      // it may have been decided meanwhile: show how it stands now
      setOpen(false);
      void onDone();
      return false;
    },
  );
  return (
    <View className="case__act">
      <Button id="withdraw" kind="plain" size="s" onTap={() => setOpen(true)}>
        {t("withdraw")}
      </Button>
      <ConfirmSheet
        open={open}
        title={t("withdrawTitle")}
        text={t("withdrawText")}
        danger
        busy={withdraw.busy}
        confirmLabel={t("withdraw")}
        cancelLabel={t("keep")}
        onConfirm={() => void withdraw.run()}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
