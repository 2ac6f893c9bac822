import type { Sql } from "@sanqi/database";
import type { AccountId, Clock } from "@sanqi/kernel";
import { newTraceId } from "@sanqi/observability";
import { demoStudents } from "../../demo/people.ts";
import type { Parts } from "../composition-root/index.ts";
import { importOrderHistory } from "../composition-root/order-history.ts";
import type { Config } from "../config/config.ts";
import { readDemo } from "./demo-content.ts";
import { fillDirectory, sandboxPhones } from "./phone.ts";
import { seedCampusAndCatalog } from "./seed-campus-and-catalog.ts";
import { pastLunches } from "./seed-history.ts";
import { seedOffers } from "./seed-offers.ts";
import { demoDirectory, seedPeople } from "./seed-people.ts";
import { seedTables } from "./seed-tables.ts";
import { seedTerms } from "./seed-terms.ts";

/** The demo campus with its people and its past. Every step may be repeated; a second start only looks. */
export async function seedDemo(
  parts: Parts,
  outside: { sql: Sql; config: Config; clock: Clock; operatorId: AccountId },
): Promise<void> {
  const { sql, config, clock, operatorId } = outside;
  const demo = readDemo();
  const { campusId } = demo.ids;
  const known = (await parts.identity.people(campusId, { text: "", role: "rider", limit: 1 })).length > 0;
  const ids = await seedCampusAndCatalog({ campus: parts.campus, menus: parts.menus });
  const sandboxUrl = config.sandboxUrl ?? "";
  await fillDirectory(sandboxUrl, demoDirectory());
  // The last thing that a first start does is the past: where it stands, everything before it stands, too.
  const history = await sql`select 1 from review where campus_id = ${campusId} limit 1`;
  if (known && history.count > 0) return;
  const env = config.environment;
  const apps = {
    weapp: env.WECHAT_APP_ID ?? "",
    alipay: env.ALIPAY_APP_ID ?? "",
    corpId: env.DINGTALK_CORP_ID ?? "",
  };
  const now = clock.now();
  const people = await seedPeople({
    identity: parts.identity,
    care: parts.care,
    phones: sandboxPhones(sandboxUrl, apps),
    ids,
    shopNames: new Map(demo.shops.map((shop) => [shop.shopId, shop.name])),
    operator: {
      campusId,
      accountId: operatorId,
      sessionId: parts.newSessionId(),
      host: "console",
      displayName: config.consoleUser,
      roles: [{ role: "operator", scopeKind: "campus", scopeId: campusId, scopeName: "" }],
      expiresAt: now + 60_000,
    },
    now,
    traceId: newTraceId(),
  });
  const students = demoStudents.flatMap(({ key }) => people.get(key)?.accountId ?? []);
  const by = { accountId: operatorId, name: config.consoleUser };
  await seedOffers(parts.app.offers, { ids, students, now, by: { ...by, traceId: newTraceId() } });
  await seedTables(parts.app.menuEditing, { ids, by });
  await seedTerms(parts.app.ledger, { campusId, accountId: operatorId, traceId: newTraceId() });
  await importOrderHistory(sql, campusId, pastLunches(demo, people, clock), newTraceId());
}
