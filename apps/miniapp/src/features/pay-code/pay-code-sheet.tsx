import { Text, View } from "@tarojs/components";
import { useEffect } from "react";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useAction, useLoad } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { copy } from "@/platform/clipboard";
import { share } from "@/platform/share";
import { api, type Outputs } from "@/rpc";
import { Button, clockTime, Sheet, Skeleton, toast, yuan } from "@/ui";
import { groupedPayCode } from "./code-text";
import "./pay-code-sheet.scss";
import { payWords } from "./pay-words";
import { offerCard } from "./shared-code";

type Code = Outputs["payments"]["payCode"];

/** A code with which this order can be paid anywhere, by anybody: large to read out, to copy, and to send. */
export function PayCodeSheet({
  open,
  order,
  onClose,
}: {
  open: boolean;
  order: OrderView;
  onClose: () => void;
}) {
  const t = useWords(payWords);
  return (
    <Sheet open={open} onClose={onClose} title={t("codeTitle")}>
      {open ? <Content order={order} /> : null}
    </Sheet>
  );
}

function Content({ order }: { order: OrderView }) {
  const issued = useLoad<Code>(
    () => api.payments.payCode.mutate({ orderId: order.orderId }),
    [order.orderId],
  );
  return (
    <LoadGate load={issued} skeleton={<Skeleton shape="text" />}>
      {(code) => <Issued code={code} order={order} />}
    </LoadGate>
  );
}

function Issued({ code: { code, path, payBy }, order }: { code: Code; order: OrderView }) {
  const t = useWords(payWords);
  const say = useSay();
  const time = clockTime(payBy);
  const shop = say({ zh: order.shop.name, en: order.shop.nameEn });
  const card = { title: t("shareTitle", { shop, amount: yuan(order.totalFen) }), path: `/${path}` };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card is made of the code
  useEffect(() => {
    offerCard(card);
    return () => offerCard(null);
  }, [code]);
  const copying = useAction(async () => {
    const done = await copy(t("shareText", { code: groupedPayCode(code), time }));
    toast(t(done ? "copied" : "copyFailed"));
  });
  const sharing = useAction(async () => {
    const how = await share(card);
    if (how === "useMenu") toast(t("shareMenu"));
    if (how === "copied") toast(t("copied"));
  });
  return (
    <View className="pay-code">
      <View aria-label={[...code].join(" ")}>
        <Text id="pay-code-signs" className="pay-code__signs" selectable>
          {groupedPayCode(code)}
        </Text>
      </View>
      <Text className="pay-code__until">{t("codeUntil", { time })}</Text>
      <Text className="pay-code__text">{t("codeText")}</Text>
      <View className="pay-code__acts">
        <Button id="pay-code-copy" kind="plain" className="pay-code__half" onTap={() => void copying.run()}>
          {t("copy")}
        </Button>
        <Button id="pay-code-share" icon="share" className="pay-code__half" onTap={() => void sharing.run()}>
          {t("share")}
        </Button>
      </View>
    </View>
  );
}
