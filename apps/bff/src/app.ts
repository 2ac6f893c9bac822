import type { CampusUseCases } from "@sanqi/campus/use-cases";
import type { CareUseCases } from "@sanqi/care/use-cases";
import type { CatalogUseCases } from "@sanqi/catalog/use-cases";
import type { DeliveryUseCases } from "@sanqi/delivery/use-cases";
import type { IdentityUseCases } from "@sanqi/identity/use-cases";
import type { Clock } from "@sanqi/kernel";
import type { NotificationUseCases } from "@sanqi/notifications/use-cases";
import type { OrderUseCases } from "@sanqi/orders/use-cases";
import type { EventDesk } from "@sanqi/outbox";
import type { PaymentUseCases } from "@sanqi/payments/use-cases";
import type { LiveFeed } from "./live/feed.ts";

/** All use-cases of the product, wired by the composition root; routers, callbacks, consumers and workers see only this. */
export type App = {
  readonly clock: Clock;
  readonly campus: CampusUseCases;
  readonly catalog: CatalogUseCases;
  readonly orders: OrderUseCases;
  readonly payments: PaymentUseCases;
  readonly identity: IdentityUseCases;
  readonly notifications: NotificationUseCases;
  readonly delivery: DeliveryUseCases;
  readonly care: CareUseCases;
  readonly events: EventDesk;
  readonly live: LiveFeed;
};
