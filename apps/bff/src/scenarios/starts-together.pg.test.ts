import { freePort } from "@sanqi/local-postgres";
import { createSandboxCredentials, envFor, type Sandbox, startSandbox } from "@sanqi/sandbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterEach, expect, it } from "vitest";
import { readConfig } from "../config/config.ts";
import { type Product, startProduct } from "../product.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
const started: { products: Product[]; sandbox: Sandbox; database: TestDatabase }[] = [];
afterEach(async () => {
  for (const { products, sandbox, database } of started.splice(0)) {
    await Promise.all(products.map((product) => product.stop()));
    await sandbox.close();
    await database.drop();
  }
});

/** What a first start writes. */
const filled = [
  "account",
  "role_grant",
  "invitation",
  "audit",
  "dish",
  "shop_table",
  "discount_rule",
  "discount_change",
  "coupon",
  "campus_terms",
  "orders",
  "order_line",
  "review",
  "meal_day",
  "alert",
  "outbox",
];

/** So many processes, all started in the same moment on an empty database; how many rows stand where afterwards. */
async function start(processes: number) {
  const database = await testDatabase([]);
  const clock = { now: Date.now };
  const credentials = createSandboxCredentials();
  const sandbox = await startSandbox({ credentials, clock });
  const passwords: string[] = [];
  const products = await Promise.all(
    Array.from({ length: processes }, async (_, n) =>
      startProduct(
        readConfig({
          ...envFor(credentials, sandbox.url),
          DATABASE_URL: database.url,
          PORT: String(await freePort()),
          SANQI_SEED_DEMO: "1",
          SANQI_SANDBOX_URL: sandbox.url,
          SANQI_ROLES: n % 2 === 0 ? "web" : "worker",
        }),
        { clock, log: quiet, onFirstPassword: (password) => passwords.push(password) },
      ),
    ),
  );
  started.push({ products, sandbox, database });
  const counts: Record<string, number> = {};
  for (const table of filled) {
    const [row] = await database.sql<{ n: number }[]>`select count(*)::int as n from ${database.sql(table)}`;
    counts[table] = row?.n ?? 0;
  }
  return { counts, passwords };
}

it("four processes that start at once fill an empty database as one does, and tell one password", async () => {
  const one = await start(1);
  const four = await start(4);
  expect(Object.values(one.counts).every((rows) => rows > 0)).toBe(true);
  expect(four.counts).toEqual(one.counts);
  expect(four.passwords).toHaveLength(1);
});
