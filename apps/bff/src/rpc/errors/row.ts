import type { CareError } from "@sanqi/care/use-cases";
import type { CatalogError, MenuEditError } from "@sanqi/catalog/use-cases";
import type { DeliveryError } from "@sanqi/delivery/use-cases";
import type { IdentityError } from "@sanqi/identity";
import type { Words } from "@sanqi/kernel";
import type { LedgerError } from "@sanqi/ledger";
import type { OrderError } from "@sanqi/orders";
import type { OfferError } from "@sanqi/orders/use-cases";
import type { PaymentError } from "@sanqi/payments";
import type { PictureError } from "@sanqi/pictures";
import type { ReconciliationError } from "@sanqi/reconciliation";
import type { SagaError } from "@sanqi/saga";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

export type OrderingError = OrderError | OfferError;
export type MenuError = CatalogError | MenuEditError | PictureError;
export type MoneyError = PaymentError | LedgerError | ReconciliationError | SagaError;
export type PeopleError = IdentityError | DeliveryError | CareError;
export type DomainError = OrderingError | MenuError | MoneyError | PeopleError;

export type Row<K extends DomainError["kind"]> = {
  /** Stable, documented in docs/errors.md; clients and operators may rely on it. */
  readonly code: string;
  readonly rpc: TRPC_ERROR_CODE_KEY;
  readonly words: (error: Extract<DomainError, { kind: K }>) => Words;
};

/** A row for every kind of `E`, but for those of `Told`, which stand in another part of the table. */
export type Rows<E extends DomainError, Told extends DomainError = never> = {
  readonly [K in Exclude<E["kind"], Told["kind"]>]: Row<K>;
};

export const say = (zh: string, en: string) => (): Words => ({ zh, en });
