import { setTimeout as pause } from "node:timers/promises";
import type { AccountId, CampusId, Host, PlaceId } from "@sanqi/kernel";
import { type Client, connectTo, wasUnanswered } from "../rush/client.ts";
import { type Apps, type Phone, sandboxPhone } from "../rush/phone.ts";
import type { Random } from "../rush/random.ts";
import type { Span } from "../rush/tempo.ts";
import type { Memory } from "./memory.ts";

/** Calls one of the web processes, and another one while no answer comes: with the same key, as the app does. */
export type Ask = <T>(call: (api: Client) => Promise<T>) => Promise<T>;
export type Person = {
  readonly key: string;
  readonly host: Host;
  readonly accountId: AccountId;
  readonly ask: Ask;
  /** The short way past tRPC, by which the app places its orders. */
  post<T>(path: string, body: object): Promise<T>;
};

/** What the people of one round share. */
export type Town = {
  readonly campusId: CampusId;
  readonly templates: Readonly<Partial<Record<Host, readonly string[]>>>;
  readonly dormitories: readonly PlaceId[];
  readonly phone: Phone;
  readonly random: Random;
  readonly memory: Memory;
  readonly visitor: Ask;
  readonly closed: boolean;
  /** Returns at once when the round is over. */
  rest(span: Span): Promise<void>;
  logIn(who: { host: Host; key: string }): Promise<Person>;
  /** The console's session of the first operator. */
  openDesk(password: string): Promise<Ask>;
  /** Counts what was refused or given up, by its words; nobody's mistake where processes die. */
  shrug(where: string, error: unknown): void;
  readonly shrugs: ReadonlyMap<string, number>;
  close(): void;
};

export class RoundOver extends Error {}

/** Long enough for a process to start again, short enough that a round goes on. */
const pauseMs = 200;

/** Nobody knows what became of it, or the server could not: the same call may be sent again. */
function mayRepeat(error: unknown): boolean {
  const status = (error as { data?: { httpStatus?: number } } | null)?.data?.httpStatus ?? 0;
  return wasUnanswered(error) || status >= 500 || status === 429;
}

export async function openTown(
  where: { readonly urls: readonly string[]; readonly sandboxUrl: string },
  who: { readonly random: Random; readonly memory: Memory },
): Promise<Town> {
  const { urls, sandboxUrl } = where;
  const { random, memory } = who;
  const shrugs = new Map<string, number>();
  let over = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  let closed = false;
  const closings: (() => void)[] = [];

  const insist = async <T>(call: (turn: number) => Promise<T>): Promise<T> => {
    for (let turn = Math.floor(random.share() * urls.length); ; turn += 1) {
      if (closed) throw new RoundOver();
      try {
        return await call(turn % urls.length);
      } catch (error) {
        if (!mayRepeat(error)) throw error;
        await Promise.race([pause(pauseMs), ended]);
      }
    }
  };
  function askAs(who: { token?: string; cookie?: string }): Ask {
    const connections = urls.map((url) => connectTo(url, who));
    closings.push(() => {
      for (const connection of connections) connection.close();
    });
    return (call) => insist((turn) => call((connections[turn] as (typeof connections)[number]).api));
  }

  const visitor = askAs({});
  const config = await insist(async (turn) => {
    const answer = await fetch(`${urls[turn]}/client-config.json`);
    return (await answer.json()) as { campusId: CampusId; apps: Apps; templates: Town["templates"] };
  });
  const { campusId, templates } = config;
  const places = await visitor((api) => api.campus.places.query({ campusId }));
  const phone = sandboxPhone(sandboxUrl, config.apps);
  return {
    ...{ campusId, templates, phone, random, memory, visitor, shrugs },
    dormitories: places.filter((place) => place.kind === "dormitory").map((place) => place.placeId),
    get closed() {
      return closed;
    },
    async rest(span) {
      if (!closed) await Promise.race([pause(random.within(span)), ended]);
    },
    async logIn({ host, key }) {
      memory.met(key);
      // A code is good for one log-in: where no answer came, a new one is fetched.
      const { token, session } = await visitor(async (api) => {
        const code = await phone.loginCode(host, key);
        return api.identity.login.mutate({ campusId, host, code, device: "crash" });
      });
      const post = <T>(path: string, body: object) =>
        insist(async (turn): Promise<T> => {
          const answer = await fetch(`${urls[turn]}${path}`, {
            method: "POST",
            headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
            body: JSON.stringify(body),
          });
          const told = (await answer.json()) as { result?: { data: T }; error?: object };
          if (told.result) return told.result.data;
          throw Object.assign(new Error(`${path} answered ${answer.status}`), told.error);
        });
      return { key, host, accountId: session.accountId, ask: askAs({ token }), post };
    },
    async openDesk(password) {
      const cookie = await insist(async (turn) => {
        const answer = await fetch(`${urls[turn]}/trpc/console.login`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ campusId, username: "admin", password }),
        });
        const value = answer.headers.getSetCookie()[0]?.split(";")[0];
        if (!answer.ok || !value) throw new TypeError(`the console answered ${answer.status}`);
        return value;
      });
      return askAs({ cookie });
    },
    shrug(where, error) {
      if (error instanceof RoundOver) return;
      const { data, message } = error as { data?: { sanqi?: { code?: string } }; message?: string };
      const words = `${where}: ${data?.sanqi?.code ?? message?.slice(0, 80) ?? String(error)}`;
      shrugs.set(words, (shrugs.get(words) ?? 0) + 1);
    },
    close() {
      closed = true;
      over();
      for (const close of closings) close();
    },
  };
}
