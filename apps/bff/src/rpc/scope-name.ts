import type { InvitationScope } from "@sanqi/identity/use-cases";
import type { CampusId } from "@sanqi/kernel";
import type { App } from "../app.ts";

/** What a role's scope is called; "" where there is no such scope, which the invitation then refuses. */
export async function scopeNameOf(
  app: App,
  campusId: CampusId,
  scope: Pick<InvitationScope, "scopeKind" | "scopeId">,
): Promise<{ scopeName: string }> {
  if (scope.scopeKind === "campus") return { scopeName: (await app.campus.campus(campusId))?.name ?? "" };
  if (scope.scopeKind === "shop") {
    const shops = await app.catalog.allShops(campusId);
    return { scopeName: shops.find((s) => s.shopId === scope.scopeId)?.name ?? "" };
  }
  const departments = await app.care.departments(campusId);
  return { scopeName: departments.find((d) => d.departmentId === scope.scopeId)?.name ?? "" };
}
