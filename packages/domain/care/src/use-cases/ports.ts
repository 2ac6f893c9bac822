import type { AccountId, CampusId, DepartmentId, EventId, Id } from "@sanqi/kernel";
import type { AlertView, CareConsent, DayCount, Finding, OpenAlert } from "../domain/index.ts";

export type Department = { readonly departmentId: DepartmentId; readonly name: string };
export type DepartmentRow = Department & { readonly dingtalkDeptId: number | null };
export type StudentRow = {
  readonly accountId: AccountId;
  readonly departmentId: DepartmentId;
  readonly studentNumber: string;
  readonly name: string;
};
/** One student's meals on one day in China, "2026-11-22". */
export type MealRow = { readonly accountId: AccountId; readonly day: string; readonly meals: number };

/** A consenting student as the rule sees them. */
export type ReviewedStudent = {
  readonly accountId: AccountId;
  readonly departmentId: DepartmentId;
  readonly departmentName: string;
  readonly meals: readonly DayCount[];
  readonly open: OpenAlert | null;
};
export type NewAlert = {
  readonly alertId: Id<"alert">;
  readonly accountId: AccountId;
  readonly rule: string;
  readonly finding: Finding;
};
/** `care.alertsOpened`: so many new alerts wait for the counselors of a department. Names nobody. */
export type AlertsOpened = {
  readonly campusId: CampusId;
  readonly eventId: EventId;
  readonly departmentId: DepartmentId;
  readonly departmentName: string;
  readonly count: number;
  readonly at: number;
  readonly traceId: string;
};
export type ViewRecord = {
  readonly alertIds: readonly string[];
  readonly viewerId: AccountId;
  readonly viewerName: string;
  readonly form: "list" | "full";
  readonly at: number;
  readonly traceId: string;
};
export type VisibleAlert = { readonly accountId: AccountId; readonly view: AlertView };

export type RosterStore = {
  departments(campusId: CampusId): Promise<Department[]>;
  upsertDepartments(campusId: CampusId, rows: readonly DepartmentRow[], at: number): Promise<void>;
  upsertStudents(campusId: CampusId, rows: readonly StudentRow[], at: number): Promise<void>;
};
export type ConsentStore = {
  /** Until the transaction ends, nobody else changes this consent, counts a meal of this person or evaluates the campus. */
  lockConsent(campusId: CampusId, accountId: AccountId): Promise<void>;
  consent(campusId: CampusId, accountId: AccountId): Promise<CareConsent>;
  addConsent(
    campusId: CampusId,
    accountId: AccountId,
    consent: { given: boolean; textVersion: string; at: number; traceId: string },
  ): Promise<void>;
  /** Deletes what was counted on the ground of the consent, and closes the open alert. */
  forgetMeals(campusId: CampusId, accountId: AccountId, at: number): Promise<void>;
};
export type MealStore = {
  /** Sets counts of days; days of students without consent are left out. Returns how many were set. */
  importMeals(campusId: CampusId, rows: readonly MealRow[]): Promise<number>;
  meals(campusId: CampusId, accountId: AccountId, sinceDay: string): Promise<DayCount[]>;
};
export type ReviewStore = {
  /** One evaluation of a campus at a time; consents and meals that come meanwhile wait for its end. */
  lockForReview(campusId: CampusId): Promise<void>;
  /** Consenting students in the order of their account ids, those after `after`. */
  consentingStudents(
    campusId: CampusId,
    page: { after: string; limit: number; sinceDay: string },
  ): Promise<ReviewedStudent[]>;
  openAlerts(campusId: CampusId, alerts: readonly NewAlert[], at: number): Promise<void>;
  updateAlert(campusId: CampusId, alertId: string, finding: Finding, at: number): Promise<void>;
  closeAlerts(campusId: CampusId, alertIds: readonly string[], at: number): Promise<void>;
  forgetMealEvents(campusId: CampusId, before: number): Promise<void>;
  announce(events: readonly AlertsOpened[]): Promise<void>;
};
export type AlertStore = {
  /** Open alerts of students who consent now, in these departments only; all of them or one. */
  visibleAlerts(
    campusId: CampusId,
    where: { departmentIds: readonly DepartmentId[]; alertId: string | null },
  ): Promise<VisibleAlert[]>;
  recordView(campusId: CampusId, view: ViewRecord): Promise<void>;
  /** Who opened the alert in full, newest first. */
  views(campusId: CampusId, alertId: string): Promise<{ at: number; by: string }[]>;
  /** The first "seen" of a person stays. */
  markSeen(
    campusId: CampusId,
    seen: { alertId: string; by: AccountId; name: string; at: number; traceId: string },
  ): Promise<void>;
};

export type CareRecords = RosterStore & ConsentStore & MealStore & ReviewStore & AlertStore;
export type CareStore = CareRecords & {
  inTransaction<T>(work: (records: CareRecords) => Promise<T>): Promise<T>;
};
