import { Button, Space, Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useAsk } from "../../ui/ask.ts";
import { useName, useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { useShops } from "../shops/use-shops.ts";
import { kindWords } from "./kinds.ts";
import { offerState, offerStates } from "./offer-states.ts";
import { type Offer, useEndOffer } from "./use-offers.ts";
import { ruleWords } from "./when-words.ts";

type Props = {
  offers: readonly Offer[];
  now: number;
  empty: ReactNode;
  onEdit: (offer: Offer) => void;
  onGive: (offer: Offer) => void;
};

export function OfferTable({ offers, now, empty, onEdit, onGive }: Props) {
  const say = useSay();
  const name = useName();
  const ask = useAsk();
  const end = useEndOffer();
  const shops = useShops();

  const askEnd = (offer: Offer) => {
    const unused = offer.coupons.given - offer.coupons.used;
    ask({
      title: say(`结束“${offer.name.zh}”？`, `End “${offer.name.en}”?`),
      effect: say(
        `从现在起的新订单不再有这项优惠，已下的单价格不变${unused > 0 ? `，${unused} 张没用的券作废` : ""}。不能再恢复，要用须新建。`,
        `New orders get it no more; placed ones keep their price${unused > 0 ? `; ${unused} unused coupons are worth nothing` : ""}. It cannot be undone: make a new one.`,
      ),
      okText: say("结束优惠", "End it"),
      danger: true,
      run: () =>
        end
          .mutateAsync({ discountId: offer.discountId })
          .then(() => say("优惠已结束", "The offer has ended")),
    });
  };

  const columns: TableColumnsType<Offer> = [
    {
      key: "name",
      title: say("优惠", "Offer"),
      render: (_, offer) => (
        <>
          <p>
            <strong>{say(offer.name)}</strong> <Pill tone="idle">{say(kindWords[offer.offer.kind])}</Pill>
          </p>
          <p className="small soft">{say(ruleWords(offer))}</p>
        </>
      ),
    },
    {
      key: "shop",
      title: say("范围", "Where"),
      width: 150,
      ellipsis: true,
      render: (_, { shopId }) => {
        const shop = shops.data?.find((one) => one.shopId === shopId);
        return shopId === null ? say("全校园", "Whole campus") : shop ? name(shop) : shopId;
      },
    },
    {
      key: "state",
      title: say("状态", "State"),
      width: 100,
      render: (_, offer) => {
        const state = offerStates[offerState(offer, now)];
        return (
          <Pill tone={state.tone} dot>
            {say(state)}
          </Pill>
        );
      },
    },
    {
      key: "coupons",
      title: say("券 用/发", "Coupons used/given"),
      width: 110,
      render: (_, { needsCoupon, coupons }) =>
        needsCoupon ? (
          <span className="figures">
            {coupons.used} / {coupons.given}
          </span>
        ) : (
          <span className="faint">—</span>
        ),
    },
    {
      key: "act",
      fixed: "end",
      width: 204,
      align: "end",
      render: (_, offer) =>
        offer.endedAt === null && (
          <Space size={6}>
            {offer.needsCoupon && (
              <Button size="small" onClick={() => onGive(offer)}>
                {say("发券…", "Give…")}
              </Button>
            )}
            <Button size="small" onClick={() => onEdit(offer)}>
              {say("修改…", "Edit…")}
            </Button>
            <Button size="small" danger onClick={() => askEnd(offer)}>
              {say("结束…", "End…")}
            </Button>
          </Space>
        ),
    },
  ];
  return (
    <Table<Offer>
      rowKey="discountId"
      className="card-table"
      size="middle"
      columns={columns}
      dataSource={offers}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 900 }}
      locale={{ emptyText: empty }}
    />
  );
}
