import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { AgreeSheet, ExplainSheet } from "@/features/complaints-answering/answer-sheets";
import { ComplaintCard } from "@/features/complaints-answering/complaint-card";
import { complaintWords } from "@/features/complaints-answering/complaint-words";
import { type Complaint, worthOfCase } from "@/features/complaints-answering/complaint-worth";
import { useComplaints } from "@/features/complaints-answering/use-complaints";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { EmptyState, Page, Skeleton, Tabs, toast, yuan } from "@/ui";
import "./index.scss";

type Asking = { complaint: Complaint; agrees: boolean; open: boolean };

function Complaints() {
  const t = useWords(complaintWords);
  const [tab, setTab] = useState<"waiting" | "all">("waiting");
  const { load, busy, answer } = useComplaints(tab === "waiting");
  const [asking, setAsking] = useState<Asking | null>(null);
  const now = useNow();
  usePullDownRefresh(() => void load.reload());
  const send = async (words: string) => {
    if (!asking) return;
    const { complaint, agrees } = asking;
    const amount = yuan(worthOfCase(complaint));
    if (!(await answer({ complaint, agrees, words }))) return;
    setAsking({ ...asking, open: false });
    toast(agrees ? t("agreedSaid", { amount }) : t("explained"));
  };
  const Answering = asking?.agrees ? AgreeSheet : ExplainSheet;
  return (
    <>
      <View className="complaints__tabs">
        <Tabs
          kind="segment"
          items={[
            { key: "waiting", label: t("waiting") },
            { key: "all", label: t("all") },
          ]}
          value={tab}
          onChange={setTab}
        />
      </View>
      <LoadGate load={load} skeleton={<Skeleton shape="block" height={160} count={3} />}>
        {(complaints) =>
          complaints.length === 0 ? (
            <EmptyState art="calm" title={t(tab === "waiting" ? "none" : "noneAll")} text={t("noneText")} />
          ) : (
            <View className="complaints__list">
              {complaints.map((complaint) => (
                <View key={complaint.afterSaleId} className="complaints__one">
                  <ComplaintCard
                    complaint={complaint}
                    now={now}
                    onAgree={() => setAsking({ complaint, agrees: true, open: true })}
                    onExplain={() => setAsking({ complaint, agrees: false, open: true })}
                  />
                </View>
              ))}
            </View>
          )
        }
      </LoadGate>
      {asking ? (
        <Answering
          key={`${asking.complaint.afterSaleId} ${asking.agrees}`}
          complaint={asking.complaint}
          open={asking.open}
          busy={busy}
          onClose={() => setAsking({ ...asking, open: false })}
          onSend={(words) => void send(words)}
        />
      ) : null}
    </>
  );
}

export default function MerchantComplaintsPage() {
  const t = useWords(complaintWords);
  return (
    <Page title={t("title")} wide>
      <RoleGate of="merchant" skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <Complaints />
      </RoleGate>
    </Page>
  );
}
