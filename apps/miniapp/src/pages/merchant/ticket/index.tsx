import type { OrderId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { RoleGate } from "@/features/staff/role-gate";
import { TicketPaper } from "@/features/tickets/ticket-paper";
import { type PaperWidth, type Ticket, ticketSheet } from "@/features/tickets/ticket-sheet";
import { ticketWords } from "@/features/tickets/ticket-words";
import { printing } from "@/platform/print";
import { api } from "@/rpc";
import { Button, Page, Skeleton, Tabs } from "@/ui";
import "./index.scss";

const widthKey = "sanqi.ticket.width";
/** The device stands beside one printer: it remembers that printer's paper. */
const keptWidth = (): PaperWidth => (Taro.getStorageSync(widthKey) === "80" ? 80 : 58);
/** Characters in a row of the printer's own font. */
const columnsOf = (width: PaperWidth) => (width === 80 ? 48 : 32);

function Deeds({ ticket, width }: { ticket: Ticket; width: PaperWidth }) {
  const t = useWords(ticketWords);
  if (printing.kind === "none") return <View className="ticket-page__text">{t("elsewhere")}</View>;
  const { print, save } = printing;
  const name = `${ticket.orderNo}-${width}.bin`;
  return (
    <>
      <View className="ticket-page__text">{t("saveText")}</View>
      <View className="ticket-page__bar">
        <Button
          id="ticket-save"
          kind="quiet"
          className="ticket-page__deed"
          onTap={() => save({ name, content: ticket.escPos })}
        >
          {t("save")}
        </Button>
        <Button
          id="ticket-print"
          className="ticket-page__deed"
          onTap={() => print(ticketSheet(ticket, width))}
        >
          {t("print")}
        </Button>
      </View>
    </>
  );
}

function TicketOfOrder() {
  const t = useWords(ticketWords);
  const { orderId = "" } = useRouter().params;
  const [width, setWidth] = useState(keptWidth);
  const load = useLoad<Ticket>(
    () => api.merchant.ticket.query({ orderId: orderId as OrderId, columns: columnsOf(width) }),
    [orderId, width],
  );
  return (
    <>
      <View className="ticket-page__tabs">
        <Tabs
          kind="segment"
          items={[
            { key: "58", label: t("mm58") },
            { key: "80", label: t("mm80") },
          ]}
          value={String(width) as "58" | "80"}
          onChange={(key) => {
            Taro.setStorageSync(widthKey, key);
            setWidth(key === "80" ? 80 : 58);
          }}
        />
      </View>
      <LoadGate load={load} skeleton={<Skeleton shape="block" height={240} />}>
        {(ticket) => (
          <>
            <TicketPaper ticket={ticket} width={width} />
            <Deeds ticket={ticket} width={width} />
          </>
        )}
      </LoadGate>
    </>
  );
}

export default function MerchantTicketPage() {
  const t = useWords(ticketWords);
  return (
    <Page title={t("title")}>
      <RoleGate of="merchant" skeleton={<Skeleton shape="block" height={240} />}>
        <TicketOfOrder />
      </RoleGate>
    </Page>
  );
}
