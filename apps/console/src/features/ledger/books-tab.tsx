import { Button, Skeleton } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";
import { useBooks } from "./use-ledger.ts";

/** What every kind of account holds, and what shops and riders are owed. */
export function BooksTab() {
  const say = useSay();
  const { data, error, refetch } = useBooks();
  const [booking, setBooking] = useState(false);
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const payees = [...data.payees].sort((a, b) => b.owedFen - a.owedFen);
  return (
    <div className="money-columns">
      <section className="card">
        <h2>{say("应付给谁", "Who is owed")}</h2>
        {payees.length === 0 ? (
          <EmptyState drawing="calm" title={say("还没有人有账", "Nobody has an account yet")} />
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say("收款方", "Payee")}</th>
                <th scope="col">{say("应付（负数为倒欠）", "Owed (negative: owes)")}</th>
              </tr>
            </thead>
            <tbody>
              {payees.map((payee) => (
                <tr key={payee.account}>
                  <th scope="row">
                    <Link className="link" to={`/money/statement?payee=${payee.account}`}>
                      {payee.name}
                    </Link>
                    <span className="faint small">
                      {" "}
                      {payee.account.startsWith("merchant:") ? say("商家", "shop") : say("骑手", "rider")}
                    </span>
                  </th>
                  <td className={payee.owedFen < 0 ? "tone-danger-ink" : ""}>
                    <Money amount={payee.owedFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="card">
        <h2>
          {say("科目余额", "Balances")}
          <Button size="small" className="card-act" onClick={() => setBooking(true)}>
            {say("登记提现或充值…", "Book a transfer…")}
          </Button>
        </h2>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say("科目", "Account")}</th>
              <th scope="col">{say("余额（借正贷负，合计为零）", "Balance (debits positive, sum 0)")}</th>
            </tr>
          </thead>
          <tbody>
            {data.kinds.map((kind) => (
              <tr key={kind.kind}>
                <th scope="row">{say(kind)}</th>
                <td>
                  <Money amount={kind.balanceFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {booking && <TransferDialog onClose={() => setBooking(false)} />}
    </div>
  );
}
