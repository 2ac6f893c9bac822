import type { Point } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { create } from "zustand";
import { host } from "@/platform/host";
import { locate } from "@/platform/locate";
import { api } from "@/rpc";
import { toWgs84 } from "@/ui/map/datum";
import { nextBatch, type ReportedPosition, withoutBatch, withPosition } from "./position-queue";
import { nextWalk, type Walk, walkedTo } from "./simulated-walk";

const everyMs = 4_000;
const simulateKey = "sanqi.rider.simulate";

/** The leg that a simulated rider goes along. */
export type Leg = { key: string; path: readonly Point[] };

type PositionState = {
  /** Where this rider is, WGS-84; null until known. */
  here: Point | null;
  /** Measured and not yet with the server. */
  waiting: readonly ReportedPosition[];
  /** Why there is no position. */
  refused: "denied" | "unavailable" | null;
  /** Only where a browser plays the host. */
  simulates: boolean;
  chooseSimulation(on: boolean): void;
  /** What a simulated rider walks along; null while it is not known. */
  follow(leg: Leg | null): void;
  /** Reports every four seconds until `stop`; starting twice changes nothing. */
  start(): void;
  stop(): void;
};

export const usePosition = create<PositionState>((set, get) => {
  let timer: ReturnType<typeof setInterval> | null = null;
  let leg: Leg | null = null;
  let walk: Walk | null = null;
  let measuring = false;
  let sending = false;

  async function measure(): Promise<Point | null> {
    if (get().simulates) {
      if (!leg) return get().here;
      walk = nextWalk(walk, leg, Date.now());
      return walkedTo(walk, Date.now());
    }
    const found = await locate();
    if (!found.ok) {
      set({ refused: found.error.kind });
      return null;
    }
    return toWgs84(found.value);
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      while (get().waiting.length > 0) {
        const batch = nextBatch(get().waiting);
        await api.rider.report.mutate({ positions: batch });
        set({ waiting: withoutBatch(get().waiting, batch) });
      }
    } catch {
      // they wait in the queue, the page says how many, and the next tick tries again
    }
    sending = false;
  }

  async function tick(): Promise<void> {
    if (measuring) return;
    measuring = true;
    const point = await measure();
    measuring = false;
    if (timer === null) return;
    if (point) {
      const position = { lon: point[0], lat: point[1], at: Date.now() };
      set({ here: point, refused: null, waiting: withPosition(get().waiting, position) });
    }
    await send();
  }

  return {
    here: null,
    waiting: [],
    refused: null,
    simulates: host.played && Taro.getStorageSync(simulateKey) !== "off",
    chooseSimulation(on) {
      Taro.setStorageSync(simulateKey, on ? "on" : "off");
      walk = null;
      set({ simulates: on, refused: null });
      if (timer) void tick();
    },
    follow(next) {
      leg = next;
    },
    start() {
      if (timer) return;
      timer = setInterval(() => void tick(), everyMs);
      void tick();
    },
    stop() {
      if (timer) clearInterval(timer);
      timer = null;
      walk = null;
    },
  };
});
