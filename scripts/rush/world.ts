import type { AccountId, CampusId, Host, PlaceId } from "@sanqi/kernel";
import { type Client, connectTo, insist } from "./client.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type Apps, type Phone, sandboxPhone } from "./phone.ts";
import { type Random, seededRandom } from "./random.ts";
import { createTally, type Tally } from "./tally.ts";
import { type Span, type Tempo, tempo } from "./tempo.ts";

/** Everything that the people of one rush share. */
export type World = {
  readonly url: string;
  readonly campusId: CampusId;
  readonly templates: Readonly<Partial<Record<Host, readonly string[]>>>;
  readonly dormitories: readonly PlaceId[];
  readonly phone: Phone;
  readonly tempo: Tempo;
  readonly random: Random;
  readonly tally: Tally;
  readonly ledger: Ledger;
  /** Students who have logged in. */
  readonly guests: Pick<Person, "key" | "accountId">[];
  /** The product's clock, epoch ms. */
  now(): number;
  readonly closed: boolean;
  /** Ends at once when the rush closes. */
  sleep(time: number | Span): Promise<void>;
  onClose(work: () => void): void;
  close(): void;
};

export type Person = {
  readonly key: string;
  readonly host: Host;
  readonly accountId: AccountId;
  readonly roles: readonly { readonly role: string; readonly scopeId: string }[];
  readonly api: Client;
  readonly token: string;
  close(): void;
};

type ClientConfig = {
  campusId: CampusId;
  apps: Apps;
  templates: { weapp: readonly string[]; alipay: readonly string[] };
};
export type Place = { readonly url: string; readonly sandbox: string; now(): number };

/** Reads what an app reads before anybody logs in. */
export async function openWorld(
  { url, sandbox, now }: Place,
  how: { seed: number; tempo?: Partial<Tempo> },
): Promise<World> {
  const response = await fetch(`${url}/client-config.json`);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: is Sanqi running there?`);
  const { campusId, apps, templates } = (await response.json()) as ClientConfig;
  const visitor = connectTo(url);
  const places = await visitor.api.campus.places.query({ campusId });
  visitor.close();
  const random = seededRandom(how.seed);
  const sleepers = new Set<() => void>();
  const closings: (() => void)[] = [];
  let closed = false;
  return {
    url,
    campusId,
    templates,
    dormitories: places.filter((place) => place.kind === "dormitory").map((place) => place.placeId),
    phone: sandboxPhone(sandbox, apps),
    tempo: { ...tempo, ...how.tempo },
    random,
    tally: createTally(),
    ledger: createLedger(),
    guests: [],
    now,
    get closed() {
      return closed;
    },
    sleep(time) {
      if (closed) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, typeof time === "number" ? time : random.within(time));
        sleepers.add(wake);
      });
    },
    onClose: (work) => void closings.push(work),
    close() {
      closed = true;
      for (const work of closings) work();
      for (const wake of [...sleepers]) wake();
    },
  };
}

/** The silent log-in of a mini-program. Measured for students only: staff logs in before the rush. */
export async function logIn(
  world: World,
  who: { host: Host; key: string; measured: boolean },
): Promise<Person> {
  const { host, key, measured } = who;
  const code = await insist(() => world.phone.loginCode(host, key));
  const visitor = connectTo(world.url);
  const login = () =>
    visitor.api.identity.login.mutate({ campusId: world.campusId, host, code, device: "rush" });
  const { token, session } = await (measured ? world.tally.time("login", login) : login());
  visitor.close();
  const { api, close } = connectTo(world.url, { token });
  world.onClose(close);
  return { key, host, accountId: session.accountId, roles: session.roles, api, token, close };
}
