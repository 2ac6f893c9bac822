import type { AccountId, CampusId, DepartmentId, Result } from "@sanqi/kernel";
import type { AlertDetail, AlertView, CareConsent } from "../domain/index.ts";

export type CareError = { readonly kind: "alertNotFound" };
export type Counselor = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly departmentIds: readonly DepartmentId[];
  readonly traceId: string;
};

export type CareUseCases = {
  departments(campusId: CampusId): Promise<{ departmentId: DepartmentId; name: string }[]>;
  /** Open alerts of consenting students of the counselor's own departments; the view is recorded. */
  alerts(by: Counselor): Promise<AlertView[]>;
  alert(by: Counselor, alertId: string): Promise<Result<AlertDetail, CareError>>;
  markSeen(by: Counselor, alertId: string): Promise<Result<AlertView, CareError>>;
  consent(campusId: CampusId, accountId: AccountId): Promise<CareConsent>;
  setConsent(request: {
    campusId: CampusId;
    accountId: AccountId;
    given: boolean;
    textVersion: string;
    traceId: string;
  }): Promise<CareConsent>;
};
