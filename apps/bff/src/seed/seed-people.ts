import type { CareImports, CareOperations } from "@sanqi/care/use-cases";
import type { Session } from "@sanqi/identity";
import type { IdentityUseCases, InvitationScope } from "@sanqi/identity/use-cases";
import { type AccountId, chinaDay, chinaWeekday, day, type Host, hour, type ShopId } from "@sanqi/kernel";
import {
  type DemoStudent,
  demoCounselors,
  demoDepartments,
  demoMerchants,
  demoRiders,
  demoStudents,
} from "../../demo/people.ts";
import type { App } from "../app.ts";
import type { DemoIds } from "./demo-ids.ts";
import type { Phones } from "./phone.ts";

export type PeopleSeed = {
  readonly identity: IdentityUseCases;
  readonly care: App["care"] & CareImports & Pick<CareOperations, "evaluate">;
  readonly phones: Phones;
  readonly ids: DemoIds;
  readonly shopNames: ReadonlyMap<ShopId, string>;
  /** An operator who invites the staff, as an operator does in the console. */
  readonly operator: Session;
  readonly now: number;
  readonly traceId: string;
};

/** Everybody by key, so that histories can be written for them. */
export type SeededPeople = ReadonlyMap<
  string,
  { readonly accountId: AccountId; readonly name: string; readonly host: Host }
>;

/** Members of the fictional corporation, in the form in which the sandbox takes a directory. */
export const demoDirectory = () => ({
  departments: [...demoDepartments.map((d) => ({ deptId: d.dingtalkDeptId, name: d.name, parentId: 1 }))],
  users: [
    ...demoCounselors.map((c) => ({
      person: c.key,
      name: c.name,
      title: "辅导员",
      deptIds: [numberOf(c.departmentKey)],
    })),
    ...[...demoRiders, ...demoMerchants].map((s) => ({ person: s.key, name: s.name, deptIds: [1] })),
    ...demoStudents.map((s) => ({
      person: s.key,
      name: s.name,
      deptIds: [s.departmentKey ? numberOf(s.departmentKey) : 1],
    })),
  ],
});

const numberOf = (key: string): number => demoDepartments.find((d) => d.key === key)?.dingtalkDeptId ?? 1;

/** Logs everybody in as they would do themselves and hands roles out by invitation. Repeating it changes nothing. */
export async function seedPeople(seed: PeopleSeed): Promise<SeededPeople> {
  const people = new Map<string, { accountId: AccountId; name: string; host: Host }>();
  const arrive = async (person: { key: string; name: string; host: Host }): Promise<Session> => {
    const code = await seed.phones.loginCode(person.host, person.key);
    const { campusId } = seed.ids;
    const result = await seed.identity.login({
      campusId,
      host: person.host,
      code,
      device: "demo",
      traceId: seed.traceId,
    });
    if (!result.ok) throw new Error(`${person.key} cannot log in: ${result.error.kind}`);
    const { session } = result.value;
    people.set(person.key, { accountId: session.accountId, name: person.name, host: person.host });
    return session;
  };
  const hire = async (session: Session, scope: InvitationScope) => {
    if (session.roles.some((r) => r.role === scope.role && r.scopeId === scope.scopeId)) return;
    const invitation = await seed.identity.invite(seed.operator, { ...scope, traceId: seed.traceId });
    if (!invitation.ok)
      throw new Error(`no invitation for ${scope.role} ${scope.scopeName}: ${invitation.error.kind}`);
    await seed.identity.redeemInvitation(session, { code: invitation.value.code, traceId: seed.traceId });
  };
  const { campusId, kitchens, departments } = seed.ids;
  for (const rider of demoRiders) {
    await hire(await arrive(rider), {
      role: "rider",
      scopeKind: "campus",
      scopeId: campusId,
      scopeName: "澄湖大学",
      displayName: rider.name,
    });
  }
  for (const cook of demoMerchants) {
    const session = await arrive(cook);
    for (const shopId of kitchens.of(cook.kitchenKey)) {
      await hire(session, {
        role: "merchant",
        scopeKind: "shop",
        scopeId: shopId,
        scopeName: seed.shopNames.get(shopId) ?? "",
        displayName: cook.name,
      });
    }
  }
  for (const counselor of demoCounselors) {
    const scopeName = demoDepartments.find((d) => d.key === counselor.departmentKey)?.name ?? "";
    const scopeId = departments.of(counselor.departmentKey);
    await hire(await arrive(counselor), {
      role: "counselor",
      scopeKind: "department",
      scopeId,
      scopeName,
      displayName: counselor.name,
    });
  }
  for (const student of demoStudents) await arrive(student);
  await seedCare(seed, people);
  return people;
}

/** Departments, who studies where, who agreed, and on which days they ate; then the rule looks at it. */
async function seedCare(seed: PeopleSeed, people: SeededPeople): Promise<void> {
  const { campusId, departments } = seed.ids;
  await seed.care.upsertDepartments(
    campusId,
    demoDepartments.map((d) => ({
      departmentId: departments.of(d.key),
      name: d.name,
      dingtalkDeptId: d.dingtalkDeptId,
    })),
  );
  const enrolled = demoStudents.flatMap((student) => {
    const accountId = people.get(student.key)?.accountId;
    return student.departmentKey && student.studentNumber && accountId
      ? [{ student, accountId, departmentKey: student.departmentKey, studentNumber: student.studentNumber }]
      : [];
  });
  await seed.care.importStudents(
    campusId,
    enrolled.map((e) => ({
      accountId: e.accountId,
      departmentId: departments.of(e.departmentKey),
      studentNumber: e.studentNumber,
      name: e.student.name,
    })),
  );
  for (const { student, accountId } of enrolled) {
    const consent = await seed.care.consent(campusId, accountId);
    if (!student.careConsent || consent.at !== null) continue;
    await seed.care.setConsent({
      campusId,
      accountId,
      given: true,
      textVersion: "2026-11",
      traceId: seed.traceId,
    });
    const rows = mealDays(student, seed.now).map((at) => ({ accountId, day: chinaDay(at), meals: 1 }));
    await seed.care.importMealHistory(campusId, rows);
  }
  await seed.care.evaluate(campusId, seed.now);
}

/** Noons of the last five weeks on which a student of that pattern ordered; the same at every start of one day. */
export function mealDays(student: DemoStudent, now: number): number[] {
  if (student.pattern === "new") return [];
  const noon = now - (now % day) + 4 * hour;
  const days: number[] = [];
  let weekdaysWithout = 0;
  for (let back = 1; back <= 35; back += 1) {
    const at = noon - back * day;
    if (chinaWeekday(at) > 5) continue;
    // "Stopped" means: nothing on the last four weekdays.
    if (student.pattern === "stopped" && weekdaysWithout < 4) {
      weekdaysWithout += 1;
      continue;
    }
    // One weekday in six goes without, a different one for each person.
    if ((back + student.key.length) % 6 !== 0) days.push(at);
  }
  return days;
}
