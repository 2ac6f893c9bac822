import type { Clock } from "@sanqi/kernel";
import { promiseFor } from "../domain/index.ts";
import type { DeliveryPromises } from "./api.ts";
import type { KitchenQueues } from "./ports.ts";

export function createPromises({ queues, clock }: { queues: KitchenQueues; clock: Clock }): DeliveryPromises {
  return {
    async forShops(campusId, requests) {
      const waiting = await queues.waiting(
        campusId,
        requests.map((request) => request.shopId),
      );
      const now = clock.now();
      return new Map(
        requests.map(({ shopId, prepMinutes, walkMetres }) => [
          shopId,
          promiseFor({ now, prepMinutes, walkMetres, waiting: waiting.get(shopId) ?? 0 }),
        ]),
      );
    },
  };
}
