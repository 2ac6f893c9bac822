import type { CampusUseCases } from "@sanqi/campus/use-cases";
import type { CareUseCases } from "@sanqi/care/use-cases";
import type { CatalogUseCases, MenuEditing } from "@sanqi/catalog/use-cases";
import type { DeliveryUseCases } from "@sanqi/delivery/use-cases";
import type { IdentityUseCases } from "@sanqi/identity/use-cases";
import type { JobDesk } from "@sanqi/jobs";
import type { Clock } from "@sanqi/kernel";
import type { LedgerUseCases } from "@sanqi/ledger/use-cases";
import type { NotificationUseCases } from "@sanqi/notifications/use-cases";
import type { OfferUseCases, OrderUseCases } from "@sanqi/orders/use-cases";
import type { EventDesk } from "@sanqi/outbox";
import type { PaymentUseCases, SharingUseCases } from "@sanqi/payments/use-cases";
import type { PictureUseCases } from "@sanqi/pictures/use-cases";
import type { ReconciliationUseCases } from "@sanqi/reconciliation/use-cases";
import type { BreakerBoard } from "@sanqi/resilience/board";
import type { SagaDesk } from "@sanqi/saga";
import type { LiveFeed } from "./live/feed.ts";
import type { OrderViews } from "./order-views/order-views.ts";

/** All use-cases of the product, wired by the composition root; routers, callbacks, consumers and workers see only this. */
export type App = {
  readonly clock: Clock;
  readonly campus: CampusUseCases;
  readonly catalog: CatalogUseCases;
  readonly menuEditing: MenuEditing;
  readonly pictures: PictureUseCases;
  readonly orders: OrderUseCases;
  readonly offers: OfferUseCases;
  readonly payments: PaymentUseCases;
  readonly sharing: SharingUseCases;
  readonly identity: IdentityUseCases;
  readonly notifications: NotificationUseCases;
  readonly delivery: DeliveryUseCases;
  readonly care: CareUseCases;
  readonly ledger: LedgerUseCases;
  readonly reconciliation: ReconciliationUseCases;
  readonly events: EventDesk;
  readonly jobs: JobDesk;
  readonly sagas: SagaDesk;
  readonly breakers: Pick<BreakerBoard, "list">;
  readonly live: LiveFeed;
  /** What hosts see of orders, kept for the many who look again and again. */
  readonly orderViews: OrderViews;
};
