import Taro from "@tarojs/taro";
import type { Person, Role } from "@/features/session";

/** The pages where a role works; an operator works in the console on a computer. */
export const workplaces: Record<Role, string | null> = {
  merchant: "/pages/merchant/board/index",
  rider: "/pages/rider/tasks/index",
  counselor: "/pages/counselor/alerts/index",
  operator: null,
};

type Grant = Person["roles"][number];
const nameOf = (grant: Grant) => `${grant.role} ${grant.scopeId}`;

/** The roles that somebody has now and had not before. */
export function newGrants(before: readonly Grant[], after: readonly Grant[]): readonly Grant[] {
  const had = new Set(before.map(nameOf));
  return after.filter((grant) => !had.has(nameOf(grant)));
}

/** Opens the workplace in place of the page that led there, so that "back" does not return to a used code. */
export function enterWorkplace(role: Role): void {
  const url = workplaces[role];
  if (url) void Taro.redirectTo({ url });
}
