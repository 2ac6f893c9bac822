import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useNow } from "../../ui/clock.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { momentText } from "../../ui/time.ts";
import { useShops } from "../shops/use-shops.ts";
import { CampusTermsDialog } from "./campus-terms-dialog.tsx";
import { percentText } from "./permille.ts";
import { shopTermsNow } from "./shop-terms.ts";
import { ShopTermsDialog } from "./shop-terms-dialog.tsx";
import { useTerms } from "./use-ledger.ts";

/** What was agreed on commission, riders' pay and pay-outs: now, and since when. */
export function TermsTab() {
  const say = useSay();
  const name = useName();
  const now = useNow(60_000);
  const { data, error, refetch } = useTerms();
  const shops = useShops();
  const [changing, setChanging] = useState<"campus" | { shopId: string } | null>(null);
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const terms = data.now;
  // Newest agreement first: of those for one moment only it will hold.
  const coming = data.campus.filter(
    (change, at, all) =>
      change.validFrom > now && all.findIndex((other) => other.validFrom === change.validFrom) === at,
  );
  return (
    <div className="money-columns">
      <section className="card">
        <h2>
          {say("全校园约定", "For the whole campus")}
          <Button size="small" className="card-act" onClick={() => setChanging("campus")}>
            {say("修改…", "Change…")}
          </Button>
        </h2>
        <dl className="terms">
          <dt>
            {say(
              "商家佣金（餐品，扣自担优惠后；打包费不抽）",
              "Commission on food, after own discounts; none on packing",
            )}
          </dt>
          <dd>{percentText(terms.commissionPermille)}</dd>
          <dt>{say("骑手分得配送费", "Rider's part of the delivery fee")}</dt>
          <dd>{percentText(terms.riderSharePermille)}</dd>
          <dt>{say("每单骑手保底", "A delivery pays at least")}</dt>
          <dd>
            <Money amount={terms.riderMinimumFen} />
          </dd>
          <dt>{say("发薪周期", "Pay-outs")}</dt>
          <dd>{terms.payoutEvery === "day" ? say("每天", "daily") : say("每周", "weekly")}</dd>
          <dt>{say("起付额", "Least pay-out")}</dt>
          <dd>
            <Money amount={terms.payoutMinimumFen} />
          </dd>
        </dl>
        {coming.map((change) => (
          <p key={change.validFrom} className="small tone-warning-ink">
            {say(
              `${momentText(change.validFrom, now)} 起：佣金 ${percentText(change.terms.commissionPermille)}，骑手 ${percentText(change.terms.riderSharePermille)}`,
              `From ${momentText(change.validFrom, now)}: commission ${percentText(change.terms.commissionPermille)}, riders ${percentText(change.terms.riderSharePermille)}`,
            )}
          </p>
        ))}
        <details className="terms-past">
          <summary>{say(`改过 ${data.campus.length} 次`, `${data.campus.length} changes`)}</summary>
          <ul className="small soft">
            {data.campus.map((change) => (
              <li key={`${change.validFrom} ${change.at}`}>
                {momentText(change.validFrom, now)} · {say("佣金", "commission")}{" "}
                {percentText(change.terms.commissionPermille)} · {say("骑手", "riders")}{" "}
                {percentText(change.terms.riderSharePermille)} · {say("保底", "at least")}{" "}
                <Money amount={change.terms.riderMinimumFen} />
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section className="card">
        <h2>{say("各店佣金", "Commission per shop")}</h2>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say("店铺", "Shop")}</th>
              <th scope="col">{say("佣金", "Commission")}</th>
              <th scope="col">
                <span className="sr-only">{say("操作", "Actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(shops.data ?? []).map((shop) => {
              const own = shopTermsNow(data.shops, shop.shopId, now);
              return (
                <tr key={shop.shopId}>
                  <th scope="row">{name(shop)}</th>
                  <td>
                    {own === null ? (
                      <span className="faint">
                        {say("同校园", "as the campus")} {percentText(terms.commissionPermille)}
                      </span>
                    ) : (
                      <strong>{percentText(own)}</strong>
                    )}
                  </td>
                  <td>
                    <Button size="small" onClick={() => setChanging({ shopId: shop.shopId })}>
                      {say("修改…", "Change…")}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {changing === "campus" && <CampusTermsDialog terms={terms} onClose={() => setChanging(null)} />}
      {changing !== null && changing !== "campus" && (
        <ShopTermsDialog
          shop={shops.data?.find((one) => one.shopId === changing.shopId)}
          now={shopTermsNow(data.shops, changing.shopId, now)}
          campus={terms.commissionPermille}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}
