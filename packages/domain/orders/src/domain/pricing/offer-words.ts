import { type Fen, type Words, yuanText } from "@sanqi/kernel";
import type { Offer } from "./rule.ts";

/** "5", "9.90": as prices stand on a poster. */
const yuan = (amount: Fen): string => yuanText(amount).replace(/\.00$/, "");

/** What an offer gives, as short as people say it: "满30减5，满60减12". */
export function offerWords(offer: Offer): Words {
  switch (offer.kind) {
    case "threshold": {
      const steps = [...offer.steps].sort((a, b) => a.fromFen - b.fromFen);
      return {
        zh: steps.map(({ fromFen, offFen }) => `满${yuan(fromFen)}减${yuan(offFen)}`).join("，"),
        en: steps.map(({ fromFen, offFen }) => `¥${yuan(offFen)} off from ¥${yuan(fromFen)}`).join(", "),
      };
    }
    case "percentage": {
      const { percentOff, capFen } = offer;
      const cap =
        capFen === null
          ? { zh: "", en: "" }
          : { zh: `，最多减${yuan(capFen)}`, en: `, at most ¥${yuan(capFen)}` };
      return from(offer.fromFen, {
        zh: `${(100 - percentOff) / 10} 折${cap.zh}`,
        en: `${percentOff}% off${cap.en}`,
      });
    }
    case "perItem":
      return offer.price.kind === "special"
        ? {
            zh: `特价 ${yuan(offer.price.priceFen)}，每单限 ${offer.maxPortions} 份`,
            en: `Special price ¥${yuan(offer.price.priceFen)}, ${offer.maxPortions} per order`,
          }
        : {
            zh: `每份减${yuan(offer.price.offFen)}，每单限 ${offer.maxPortions} 份`,
            en: `¥${yuan(offer.price.offFen)} off each, ${offer.maxPortions} per order`,
          };
    case "newCustomer":
      return from(offer.fromFen, {
        zh: `新客立减${yuan(offer.offFen)}`,
        en: `¥${yuan(offer.offFen)} off your first order`,
      });
    case "deliveryFee":
      return from(
        offer.fromFen,
        offer.offFen === null
          ? { zh: "免配送费", en: "Free delivery" }
          : { zh: `配送费减${yuan(offer.offFen)}`, en: `¥${yuan(offer.offFen)} off delivery` },
      );
  }
}

const from = (fromFen: Fen, gives: Words): Words =>
  fromFen === 0 ? gives : { zh: `满${yuan(fromFen)}，${gives.zh}`, en: `${gives.en} from ¥${yuan(fromFen)}` };
