import { campusMigrations } from "@sanqi/campus/persistence";
import { careMigrations } from "@sanqi/care/persistence";
import { catalogMigrations } from "@sanqi/catalog/persistence";
import { deliveryMigrations } from "@sanqi/delivery/persistence";
import { identityMigrations } from "@sanqi/identity/persistence";
import { jobMigrations } from "@sanqi/jobs";
import { ledgerMigrations } from "@sanqi/ledger/persistence";
import { notificationMigrations } from "@sanqi/notifications/persistence";
import { orderMigrations } from "@sanqi/orders/persistence";
import { outboxMigrations } from "@sanqi/outbox";
import { paymentMigrations } from "@sanqi/payments/persistence";
import { pictureMigrations } from "@sanqi/pictures/persistence";
import { reconciliationMigrations } from "@sanqi/reconciliation/persistence";
import { resilienceMigrations } from "@sanqi/resilience/board";
import { sagaMigrations } from "@sanqi/saga";

/** The whole schema, module by module; no table refers to one of another module. */
export const migrations = [
  ...outboxMigrations,
  ...jobMigrations,
  ...identityMigrations,
  ...campusMigrations,
  ...catalogMigrations,
  ...pictureMigrations,
  ...orderMigrations,
  ...paymentMigrations,
  ...deliveryMigrations,
  ...notificationMigrations,
  ...careMigrations,
  ...ledgerMigrations,
  ...reconciliationMigrations,
  ...sagaMigrations,
  ...resilienceMigrations,
];
