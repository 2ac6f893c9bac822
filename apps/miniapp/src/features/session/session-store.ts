import type { CampusId, PlaceId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { create } from "zustand";
import { host } from "../../platform/host";
import {
  type AppFailure,
  api,
  type ClientConfig,
  campusOf,
  clientConfig,
  failureOf,
  type Outputs,
  sessionTokens,
} from "../../rpc";
import { type Language, useLanguage } from "../i18n/language";

export type Person = Outputs["identity"]["me"]["session"];
export type Role = Person["roles"][number]["role"];

type SessionState = {
  status: "starting" | "ready" | "failed";
  failure: AppFailure | null;
  config: ClientConfig | null;
  campusId: CampusId;
  person: Person | null;
  /** Where deliveries go; null until chosen. */
  placeId: PlaceId | null;
  /** Reads the configuration, logs in silently and loads who this is. Call it as often as you like. */
  start(): Promise<void>;
  /** Reads the person again, for example after an invitation gave a role. */
  refresh(): Promise<void>;
  /** Shown at once, then kept on the server; on failure the old choice comes back and the failure is thrown. */
  choosePlace(placeId: PlaceId): Promise<void>;
  chooseLanguage(language: Language): Promise<void>;
  logOut(): Promise<void>;
};

const placeKey = () => `sanqi.place.${host.name}.${host.person}`;
let starting: Promise<void> | null = null;

export const useSession = create<SessionState>((set, get) => {
  async function load(): Promise<void> {
    const config = await clientConfig();
    set({ config, campusId: campusOf(config) as CampusId });
    const { session, profile } = await api.identity.me.query();
    set({
      status: "ready",
      failure: null,
      person: session,
      placeId: (profile.placeId ?? get().placeId) as PlaceId | null,
    });
  }

  async function saveProfile(): Promise<void> {
    await api.identity.setProfile.mutate({
      placeId: get().placeId,
      language: useLanguage.getState().language,
    });
  }

  return {
    status: "starting",
    failure: null,
    config: null,
    campusId: "" as CampusId,
    person: null,
    placeId: ((Taro.getStorageSync(placeKey()) as string) || null) as PlaceId | null,
    start() {
      if (get().status === "ready") return Promise.resolve();
      starting ??= (async () => {
        set({ status: "starting", failure: null });
        await load().catch((error: unknown) => set({ status: "failed", failure: failureOf(error) }));
        starting = null;
      })();
      return starting;
    },
    refresh: load,
    async choosePlace(placeId) {
      const before = get().placeId;
      set({ placeId });
      Taro.setStorageSync(placeKey(), placeId);
      try {
        await saveProfile();
      } catch (error) {
        set({ placeId: before });
        Taro.setStorageSync(placeKey(), before ?? "");
        throw error;
      }
    },
    async chooseLanguage(language) {
      useLanguage.getState().choose(language);
      await saveProfile();
    },
    async logOut() {
      await api.identity.logout.mutate().catch(() => undefined);
      sessionTokens.forget();
      set({ status: "starting", person: null });
    },
  };
});

/** The roles that open the staff's pages. */
export const hasRole = (person: Person | null, role: Role): boolean =>
  !!person?.roles.some((grant) => grant.role === role);
