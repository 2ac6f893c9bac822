import { fen, type Words } from "@sanqi/kernel";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";
import { useNow } from "../../ui/clock.ts";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Money } from "../../ui/money.tsx";
import { momentText } from "../../ui/time.ts";
import { postingWords } from "../ledger/words.ts";

type Posting = Outputs["orderPostings"][number];

const itemWords: Readonly<Record<Posting["entries"][number]["item"], Words>> = {
  order: { zh: "订单", en: "order" },
  goods: { zh: "餐品", en: "food" },
  packing: { zh: "包装", en: "packing" },
  delivery: { zh: "配送", en: "delivery" },
  discount: { zh: "优惠", en: "discount" },
  commission: { zh: "佣金", en: "commission" },
  refund: { zh: "退款", en: "refund" },
  share: { zh: "分账", en: "share" },
  payout: { zh: "发薪", en: "pay-out" },
  fee: { zh: "手续费", en: "fee" },
  transfer: { zh: "划转", en: "transfer" },
};

/** What the books hold of an order; read when somebody opens it. */
export function OrderBooks({ orderId }: { orderId: Outputs["order"]["order"]["orderId"] }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const books = useQuery({
    queryKey: keys.orderPostings(orderId),
    queryFn: () => rpc.console.orderPostings.query({ orderId }),
    enabled: open,
  });
  return (
    <details className="raw-events" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("账本里的这一单", "This order in the books")}</summary>
      {open && (
        <Loaded query={books}>
          {(postings) =>
            postings.length === 0 ? (
              <p className="faint">{say("还没有动过钱", "No money has moved yet")}</p>
            ) : (
              <ul className="order-books">
                {postings.map((posting) => (
                  <Booked key={posting.key} posting={posting} />
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </details>
  );
}

function Booked({ posting }: { posting: Posting }) {
  const say = useSay();
  const now = useNow(60_000);
  return (
    <li>
      <table className="plain">
        <caption>
          {say(postingWords[posting.kind])}{" "}
          <span className="faint small figures">{momentText(posting.occurredAt, now)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("账户", "Account")}</th>
            <th scope="col">{say("借", "Debit")}</th>
            <th scope="col">{say("贷", "Credit")}</th>
          </tr>
        </thead>
        <tbody>
          {posting.entries.map((entry) => (
            <tr key={`${entry.account} ${entry.item}`}>
              <th scope="row">
                {say({ zh: entry.zh, en: entry.en })}
                {entry.owner !== entry.account && <span className="soft"> {entry.owner}</span>}{" "}
                <span className="faint small">{say(itemWords[entry.item])}</span>
              </th>
              <td>{entry.amountFen > 0 && <Money amount={entry.amountFen} />}</td>
              <td>{entry.amountFen < 0 && <Money amount={fen(-entry.amountFen)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}
