import type { IdentityOperations } from "@sanqi/identity/use-cases";
import { renderCareAlert } from "@sanqi/notifications";
import type { Notification, Notifier } from "@sanqi/notifications/use-cases";
import { type Event, NotNow, outsideConsumer } from "@sanqi/outbox";

export type AlertsOpened = {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly count: number;
  readonly at: number;
};

/** What each counselor of the department is told. */
export function alertOf(event: Event<AlertsOpened>): Omit<Notification, "accountId"> {
  const { campusId, eventId, occurredAt } = event;
  const { departmentName: department, count, at } = event.payload;
  const page = "pages/counselor/alerts/index";
  const telling = renderCareAlert({ department, count, at });
  return { eventId, campusId, host: "dd", page, orderId: null, occurredAt, ...telling };
}

/** Counselors hear in DingTalk that alerts wait for them: how many, never whose. */
export const notifyCounselors = (
  notifier: Notifier,
  identity: Pick<IdentityOperations, "accountsWithRole">,
) =>
  outsideConsumer<AlertsOpened>({
    name: "notify-counselors-on-care-alerts",
    group: "dd",
    on: ["care.alertsOpened"],
    turn: () => notifier.turn("dd"),
    async handle(event) {
      const { campusId, payload } = event;
      let waits: NotNow | null = null;
      for (const accountId of await identity.accountsWithRole(campusId, "counselor", payload.departmentId)) {
        try {
          await notifier.notify({ ...alertOf(event), accountId });
        } catch (error) {
          // One who cannot be reached now must not keep the others from hearing.
          if (!(error instanceof NotNow)) throw error;
          waits = error;
        }
      }
      if (waits) throw waits;
    },
  });
