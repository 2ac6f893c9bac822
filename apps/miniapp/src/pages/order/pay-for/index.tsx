import { Text, View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { paidWords } from "@/features/orders/order-words";
import { type PaidHow, payThrough } from "@/features/orders/pay-order";
import { groupedPayCode, payCodeLength, plainCode } from "@/features/pay-code/code-text";
import { PausedNotice } from "@/features/pay-code/paused-notice";
import { payWords } from "@/features/pay-code/pay-words";
import { SessionGate, useSession } from "@/features/session";
import { type AppFailure, api, type Outputs } from "@/rpc";
import { Button, Card, clockTime, EmptyState, Page, Price, TextField, toast, yuan } from "@/ui";
import "./index.scss";

type Bill = Outputs["payments"]["byCode"];

function usePayFor() {
  const { code = "" } = useRouter().params;
  const ready = useSession((state) => state.status === "ready");
  const words = useWords(paidWords);
  const [typed, setTyped] = useState(plainCode(code));
  const [bill, setBill] = useState<Bill | null>(null);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const [over, setOver] = useState<"no" | "mine" | "already">("no");
  const plain = plainCode(typed);
  const refuse = (why: AppFailure) => {
    if (why.code === "ORDER_NOT_PAYABLE") setOver("already");
    else setFailure(why);
    return true;
  };
  const find = useAction(async () => {
    setFailure(null);
    setBill(await api.payments.byCode.mutate({ code: plain }));
  }, refuse);
  // a link brings its code along
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the address and the log-in are reasons to ask
  useEffect(() => {
    if (ready && plainCode(code).length === payCodeLength) void find.run();
  }, [ready, code]);
  const pay = useAction(async () => {
    setFailure(null);
    const how: PaidHow = await payThrough(`code ${plain}`, "三栖校园点餐", (key) =>
      api.payments.prepareByCode.mutate({ code: plain, key }),
    );
    if (how === "paid") setOver("mine");
    else toast(words(how));
  }, refuse);
  const change = (text: string) => {
    setFailure(null);
    setTyped(text);
  };
  return { typed, plain, change, bill, failure, over, find, pay, forget: () => setBill(null) };
}
type PayFor = ReturnType<typeof usePayFor>;

function Ask({ it }: { it: PayFor }) {
  const t = useWords(payWords);
  const say = useSay();
  return (
    <Card className="pay-for">
      <TextField
        id="pay-for-code"
        label={t("codeLabel")}
        value={it.typed}
        maxLength={12}
        placeholder="K7P2 M9XW"
        hint={t("codeHint")}
        {...(it.failure ? { error: say(it.failure.words) } : {})}
        onChange={it.change}
        onConfirm={() => void (it.plain.length === payCodeLength && it.find.run())}
      />
      <View className="pay-for__go">
        <Button
          id="pay-for-find"
          size="l"
          loading={it.find.busy}
          disabled={it.plain.length !== payCodeLength}
          onTap={() => void it.find.run()}
        >
          {t("codeFind")}
        </Button>
      </View>
    </Card>
  );
}

function BillCard({ bill, it }: { bill: Bill; it: PayFor }) {
  const t = useWords(payWords);
  const say = useSay();
  return (
    <>
      <PausedNotice payBy={bill.payBy} />
      <Card className="pay-for">
        <View className="pay-for__bill">
          <Text id="pay-for-shop" className="pay-for__shop">
            {say({ zh: bill.shopName, en: bill.shopNameEn })}
          </Text>
          <Text className="pay-for__no">{t("orderNo", { no: bill.orderNo })}</Text>
          <Price fen={bill.amountFen} size="xl" exact />
          <Text className="pay-for__text">{t("payUntil", { time: clockTime(bill.payBy) })}</Text>
        </View>
        <Text className="pay-for__note">{t("payForNote")}</Text>
        {it.failure ? <Text className="pay-for__failure">{say(it.failure.words)}</Text> : null}
        <View className="pay-for__go">
          <Button id="pay-for-pay" size="l" loading={it.pay.busy} onTap={() => void it.pay.run()}>
            {t("pay", { amount: yuan(bill.amountFen) })}
          </Button>
        </View>
        <View className="pay-for__go">
          <Button kind="plain" onTap={it.forget}>
            {`${t("codeOther")}（${groupedPayCode(it.plain)}）`}
          </Button>
        </View>
      </Card>
    </>
  );
}

function Content() {
  const t = useWords(payWords);
  const it = usePayFor();
  if (it.over !== "no")
    return (
      <View id="pay-for-over">
        <EmptyState
          art="calm"
          title={t(it.over === "mine" ? "payForDone" : "payForOver")}
          text={t(it.over === "mine" ? "payForDoneText" : "payForOverText")}
          action={{ label: t("back"), onTap: () => void Taro.switchTab({ url: "/pages/home/index" }) }}
        />
      </View>
    );
  return it.bill ? <BillCard bill={it.bill} it={it} /> : <Ask it={it} />;
}

/** Paying somebody else's order with the code that they sent. */
export default function PayForPage() {
  const t = useWords(payWords);
  return (
    <Page title={t("payForTitle")}>
      <SessionGate>
        <Content />
      </SessionGate>
    </Page>
  );
}
