import { Text, View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import { useSay, useWords } from "@/features/i18n";
import { type Entry, unreadIn, useInbox } from "@/features/inbox/inbox-store";
import { inboxWords } from "@/features/inbox/inbox-words";
import { useAction } from "@/features/loading";
import { openOrder } from "@/features/orders/order-card";
import { SessionGate } from "@/features/session";
import { Button, dayTime, EmptyState, ErrorState, Icon, type IconName, Page, Skeleton, Tappable } from "@/ui";
import "./index.scss";

/** A picture by what the words are about; the inbox itself does not name its kinds. */
const iconOf = (entry: Entry): IconName =>
  /退款/.test(entry.title.zh)
    ? "refresh"
    : /取餐|送达/.test(entry.title.zh)
      ? "bike"
      : entry.orderId
        ? "bag"
        : "bell";

function EntryRow({ entry, onOpen }: { entry: Entry; onOpen: () => void }) {
  const t = useWords(inboxWords);
  const say = useSay();
  return (
    <Tappable
      id={`message-${entry.messageId}`}
      label={`${entry.read ? "" : t("unreadOne")} ${say(entry.title)}`}
      className={`inbox-row${entry.read ? "" : " is-unread"}`}
      onTap={onOpen}
    >
      <View className="inbox-row__icon">
        <Icon name={iconOf(entry)} />
      </View>
      <View className="inbox-row__main">
        <View className="inbox-row__head">
          <Text className="inbox-row__title">{say(entry.title)}</Text>
          <Text className="inbox-row__time">{dayTime(entry.at, Date.now())}</Text>
        </View>
        <Text className="inbox-row__text">{say(entry.text)}</Text>
      </View>
      {entry.read ? null : <View className="inbox-row__dot" />}
    </Tappable>
  );
}

function Inbox() {
  const t = useWords(inboxWords);
  const say = useSay();
  const { entries, failure, loading, reload, markRead } = useInbox();
  const readAll = useAction(() => markRead(Date.now()));
  useEffect(() => void reload(), [reload]);
  useDidShow(() => void reload());
  if (!entries && failure && !loading)
    return (
      <ErrorState
        message={say(failure.words)}
        code={failure.code}
        traceId={failure.traceId}
        retryLabel={say({ zh: "重试", en: "Try again" })}
        onRetry={() => void reload()}
      />
    );
  if (!entries) return <Skeleton shape="row" count={5} />;
  if (entries.length === 0) return <EmptyState art="inbox" title={t("none")} text={t("noneText")} />;
  const unread = unreadIn(entries);
  return (
    <>
      <View className="inbox-bar">
        <Text id="unread-count" className="inbox-bar__count">
          {unread > 0 ? t("unread", { count: unread }) : t("allRead")}
        </Text>
        {unread > 0 ? (
          <Button id="read-all" kind="plain" size="s" loading={readAll.busy} onTap={() => void readAll.run()}>
            {t("readAll")}
          </Button>
        ) : null}
      </View>
      <View className="inbox-list">
        {entries.map((entry) => (
          <EntryRow
            key={entry.messageId}
            entry={entry}
            onOpen={() => {
              if (!entry.read) void markRead(entry.at).catch(() => undefined);
              if (entry.orderId) openOrder(entry.orderId);
            }}
          />
        ))}
      </View>
    </>
  );
}

export default function MessagesPage() {
  const t = useWords(inboxWords);
  return (
    <Page title={t("title")} tab onRefresh={() => useInbox.getState().reload()}>
      <SessionGate skeleton={<Skeleton shape="row" count={5} />}>
        <Inbox />
      </SessionGate>
    </Page>
  );
}
