import type { Words } from "@sanqi/kernel";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useNavigate, useParams } from "react-router";
import { BooksTab } from "../features/ledger/books-tab.tsx";
import { PayoutsTab } from "../features/ledger/payouts-tab.tsx";
import { ReceiversTab } from "../features/ledger/receivers-tab.tsx";
import { StatementTab } from "../features/ledger/statement-tab.tsx";
import { TermsTab } from "../features/ledger/terms-tab.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/ledger.css";

const tabs: readonly (Words & { readonly key: string; readonly page: ReactNode })[] = [
  { key: "books", zh: "账本", en: "Books", page: <BooksTab /> },
  { key: "statement", zh: "对账单", en: "Statements", page: <StatementTab /> },
  { key: "payouts", zh: "发薪", en: "Pay-outs", page: <PayoutsTab /> },
  { key: "terms", zh: "约定", en: "Terms", page: <TermsTab /> },
  { key: "receivers", zh: "分账账户", en: "Share receivers", page: <ReceiversTab /> },
];

export function MoneyPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { tab } = useParams();
  const shown = tabs.find((one) => one.key === tab) ?? tabs[0];
  return (
    <div className="page">
      <PageHead
        title={say("资金", "Money")}
        note={say("每笔钱从付款到商家、骑手的去向", "Where each payment went, to shops and riders")}
      />
      <Tabs
        activeKey={shown?.key ?? "books"}
        onChange={(key) => void navigate(`/money/${key}`)}
        items={tabs.map((one) => ({ key: one.key, label: say(one) }))}
      />
      {shown?.page}
    </div>
  );
}
