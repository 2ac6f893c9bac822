import { chinaClockText } from "@sanqi/kernel";
import { eta, etaValue, type Payload, say, type Telling } from "./telling.ts";

const atCounter = ({ handover }: Payload) => handover === "pickup" || handover === "table";

/** What the kitchen does now, and when the student gets it: a pre-order waits, and nobody brings what is collected. */
export function accepted(p: Payload): Telling {
  const { orderNo, shopName, slot } = p;
  const [doesZh, doesEn] = slot
    ? ["已接下预订", "has taken your pre-order"]
    : ["正在制作订单", "is cooking order"];
  const [whenZh, whenEn] =
    p.handover === "pickup"
      ? ["可取", "to be collected"]
      : p.handover === "table"
        ? ["上桌", "at your table"]
        : ["送达", "to arrive"];
  return say(
    { zh: "商家已接单", en: "Order accepted" },
    {
      zh: `${shopName}${doesZh} ${orderNo}，预计 ${eta(p)} ${whenZh}。`,
      en: `${shopName} ${doesEn} ${orderNo}; expected ${whenEn} ${eta(p)}.`,
    },
    {
      kind: "order-accepted",
      shop: shopName,
      orderNo,
      eta: etaValue(p),
      note: slot ? "商家已接单，到点制作" : "商家已接单，正在制作",
    },
  );
}

/** What is collected has to be told as such: nobody else comes for it. */
export function ready(p: Payload): Telling {
  const { orderNo, shopName } = p;
  if (p.handover === "pickup")
    return say(
      { zh: "已出餐，请来取餐", en: "Ready to be collected" },
      {
        zh: `${shopName}的订单 ${orderNo} 已出餐，请到店出示取餐码。`,
        en: `Order ${orderNo} from ${shopName} is ready; show your code at the counter.`,
      },
    );
  if (p.handover === "table")
    return say(
      { zh: "已出餐", en: "Your meal is ready" },
      {
        zh: `${shopName}的订单 ${orderNo} 已出餐，马上端到${p.placeName}。`,
        en: `Order ${orderNo} from ${shopName} is ready and comes to ${p.placeName}.`,
      },
    );
  return say(
    { zh: "已出餐", en: "Your meal is ready" },
    {
      zh: `${shopName}的订单 ${orderNo} 已出餐，等待骑手取餐。`,
      en: `Order ${orderNo} from ${shopName} is ready and waits for the rider.`,
    },
  );
}

export function delivered(p: Payload): Telling {
  const at = chinaClockText(p.at);
  const message = {
    kind: "order-delivered",
    shop: p.shopName,
    orderNo: p.orderNo,
    place: p.placeName,
    at,
  } as const;
  if (atCounter(p))
    return say(
      { zh: "已取餐", en: "Handed over" },
      {
        zh: `${p.shopName}的订单 ${p.orderNo} 已于 ${at} 交到你手中。`,
        en: `Order ${p.orderNo} from ${p.shopName} was handed over at ${at}.`,
      },
      message,
    );
  return say(
    { zh: "订单已送达", en: "Delivered" },
    {
      zh: `${p.shopName}的订单 ${p.orderNo} 已于 ${at} 送到${p.placeName}。`,
      en: `Order ${p.orderNo} from ${p.shopName} was handed over at ${p.placeName} at ${at}.`,
    },
    message,
  );
}
