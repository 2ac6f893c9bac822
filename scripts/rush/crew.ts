import type { Host } from "@sanqi/kernel";
import { demoMerchants, demoRiders } from "../../apps/bff/demo/people.ts";
import { demoDirectory } from "../../apps/bff/src/seed/seed-people.ts";
import { connectTo } from "./client.ts";
import { runKitchen } from "./kitchen.ts";
import { runRider } from "./rider.ts";
import { hostOf, nameOf } from "./student.ts";
import { logIn, type Person, type World } from "./world.ts";

/** One operator's session of the console: its token lives in a cookie, as in the browser. */
async function openConsole(world: World, password: string) {
  const response = await fetch(`${world.url}/trpc/console.login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ campusId: world.campusId, username: "admin", password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (!response.ok || !cookie) throw new Error(`the console refused the log-in: ${await response.text()}`);
  return connectTo(world.url, { cookie });
}

/** Puts the rush's DingTalk people into the corporation, beside the demo's: the directory is replaced as a whole. */
export async function fillDirectory(world: World, students: number): Promise<void> {
  const { departments, users } = demoDirectory();
  const guests = Array.from({ length: students }, (_, n) => n)
    .filter((n) => hostOf(n) === "dd")
    .map((n) => ({ person: nameOf(n), name: `同学${n}`, deptIds: [1] }));
  await world.phone.putDirectory({ departments, users: [...users, ...guests] });
}

/** Everybody who cooks, at the board. */
export async function openKitchens(world: World): Promise<number> {
  for (const { key, host, kitchenKey } of demoMerchants) {
    const cook = await logIn(world, { host, key, measured: false });
    const team = demoMerchants.filter((other) => other.kitchenKey === kitchenKey);
    runKitchen(world, cook, { number: team.findIndex((other) => other.key === key), cooks: team.length });
  }
  return demoMerchants.length;
}

/** The demo's riders and, where an operator is at hand who can invite them, as many more as are wanted. */
export async function sendRiders(
  world: World,
  wanted: number,
  consolePassword: string | null,
): Promise<number> {
  const riders: Person[] = [];
  for (const { key, host } of demoRiders) riders.push(await logIn(world, { host, key, measured: false }));
  const office = consolePassword ? await openConsole(world, consolePassword) : null;
  for (let n = 1; riders.length < wanted && office; n += 1) {
    const host: Host = "weapp";
    const rider = await logIn(world, { host, key: `rush-rider-${n}`, measured: false });
    if (!rider.roles.some(({ role }) => role === "rider")) {
      const { code } = await office.api.console.invite.mutate({
        role: "rider",
        scopeKind: "campus",
        scopeId: world.campusId,
        displayName: `骑手${n}`,
      });
      await rider.api.identity.redeemInvitation.mutate({ code });
    }
    riders.push(rider);
  }
  office?.close();
  for (const rider of riders) runRider(world, rider);
  return riders.length;
}
