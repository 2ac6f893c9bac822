import { addFen, chinaMinuteOfDay, type Fen, fen, timesFen } from "@sanqi/kernel";
import type { DeliveryFee } from "./priced-order.ts";
import type { DeliveryTariff, MinuteWindow } from "./rule.ts";

/** A window whose start is later than its end goes over midnight. */
export function inMinutes({ from, until }: MinuteWindow, now: number): boolean {
  const minute = chinaMinuteOfDay(now);
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** What carrying an order costs over this distance at this time: base, started steps of distance, surcharges of the hour. */
export function deliveryFee(
  tariff: DeliveryTariff,
  { walkMetres, now }: { readonly walkMetres: number; readonly now: number },
): DeliveryFee {
  const far = distanceFee(tariff.distance, walkMetres);
  const parts = [
    { words: { zh: "配送费", en: "Delivery" }, amountFen: tariff.baseFen },
    {
      words: { zh: `距离 ${Math.round(walkMetres)} 米`, en: `Distance ${Math.round(walkMetres)} m` },
      amountFen: far,
    },
    ...tariff.surcharges
      .filter(({ minutes }) => inMinutes(minutes, now))
      .map(({ name, feeFen }) => ({ words: name, amountFen: feeFen })),
  ].filter(({ amountFen }) => amountFen > 0);
  return { feeFen: addFen(...parts.map((part) => part.amountFen)), parts };
}

function distanceFee(distance: DeliveryTariff["distance"], walkMetres: number): Fen {
  if (!distance || walkMetres <= distance.freeMetres) return fen(0);
  const steps = Math.ceil((walkMetres - distance.freeMetres) / distance.stepMetres);
  const fee = timesFen(distance.stepFen, steps);
  return fee > distance.capFen ? distance.capFen : fee;
}
