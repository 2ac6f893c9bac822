import type { IdentityOperations } from "@sanqi/identity/use-cases";
import { renderCareAlert } from "@sanqi/notifications";
import type { Notifier } from "@sanqi/notifications/use-cases";
import { outsideConsumer } from "@sanqi/outbox";

type AlertsOpened = {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly count: number;
  readonly at: number;
};

/** Counselors hear in DingTalk that alerts wait for them: how many, never whose. */
export const notifyCounselors = (
  notifier: Notifier,
  identity: Pick<IdentityOperations, "accountsWithRole">,
) =>
  outsideConsumer<AlertsOpened>({
    name: "notify-counselors-on-care-alerts",
    group: "dd",
    on: ["care.alertsOpened"],
    async handle({ campusId, eventId, payload }) {
      const { departmentId, departmentName: department, count, at } = payload;
      const telling = renderCareAlert({ department, count, at });
      for (const accountId of await identity.accountsWithRole(campusId, "counselor", departmentId)) {
        const page = "pages/counselor/alerts/index";
        await notifier.notify({ eventId, campusId, accountId, host: "dd", page, orderId: null, ...telling });
      }
    },
  });
