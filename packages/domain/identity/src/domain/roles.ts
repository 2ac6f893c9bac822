import type { CampusId } from "@sanqi/kernel";
import type { Role, RoleGrant, Session } from "./identity.ts";

const scopeOfRole = {
  merchant: "shop",
  counselor: "department",
  rider: "campus",
  operator: "campus",
} as const satisfies Record<Role, RoleGrant["scopeKind"]>;

/** Does the role reach that kind of scope, and does the scope exist (it has a name) and lie on this campus? */
export function scopeFits(campusId: CampusId, grant: RoleGrant): boolean {
  if (grant.scopeKind !== scopeOfRole[grant.role] || grant.scopeName.trim() === "" || grant.scopeId === "")
    return false;
  return grant.scopeKind !== "campus" || grant.scopeId === campusId;
}

export const isOperator = (campusId: CampusId, grants: readonly RoleGrant[]): boolean =>
  grants.some((g) => g.role === "operator" && g.scopeId === campusId);

/**
 * May this session hand out and take away roles? Only an operator in the console; an operator who orders lunch in a
 * mini-program has no such power there.
 * @param grants the roles as they are stored now, not as the session was read some seconds ago
 */
export const mayGrant = (by: Session, grants: readonly RoleGrant[]): boolean =>
  by.host === "console" && isOperator(by.campusId, grants);
