/** Sets a new password for a console user: `npm run console:password -- [--user admin] [--campus cmp_…]`. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { connect } from "@sanqi/database";
import { createIdentityStore, createScryptHasher } from "@sanqi/identity/persistence";
import { setConsolePassword } from "@sanqi/identity/use-cases";
import { toId } from "@sanqi/kernel";

const { values } = parseArgs({
  options: { user: { type: "string", default: "admin" }, campus: { type: "string" } },
});
const url = process.env.DATABASE_URL;
if (!url) {
  console.error("✗ DATABASE_URL is not set");
  process.exit(2);
}
const sql = connect(url, { max: 1, name: "sanqi-console-password" });
const users = await sql<{ campusId: string }[]>`
  select campus_id from console_credential where username = ${values.user} and (${values.campus ?? null}::text is null or campus_id = ${values.campus ?? ""})`;
const [user] = users;
if (!user || users.length > 1) {
  console.error(
    user
      ? "✗ 多个校区都有这个用户，请用 --campus 指定 several campuses have this user, name one with --campus"
      : `✗ 没有这个控制台用户 there is no console user ${values.user}`,
  );
  process.exitCode = 1;
} else {
  const password = randomBytes(12).toString("base64url");
  const campusId = toId("campus", user.campusId);
  const desk = { store: createIdentityStore(sql), passwords: createScryptHasher(), clock: { now: Date.now } };
  await setConsolePassword(desk, { campusId, username: values.user, password });
  console.log(`${values.user} / ${password}`);
}
await sql.end();
