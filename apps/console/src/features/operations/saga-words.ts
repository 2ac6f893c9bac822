import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { Saga, SagaDetail } from "./use-operations.ts";

type Toned = Words & { readonly tone: Tone };

export const sagaStates: Readonly<Record<Saga["state"], Toned>> = {
  running: { zh: "进行中", en: "Running", tone: "brand" },
  stuck: { zh: "卡住", en: "Stuck", tone: "danger" },
  done: { zh: "完成", en: "Done", tone: "success" },
};

export const stepStates: Readonly<Record<SagaDetail["steps"][number]["state"], Toned>> = {
  done: { zh: "完成", en: "Done", tone: "success" },
  passed: { zh: "已过", en: "Passed", tone: "success" },
  skipped: { zh: "不需要", en: "Not needed", tone: "idle" },
  waiting: { zh: "在等", en: "Waited for", tone: "warning" },
  refused: { zh: "被拒", en: "Refused", tone: "danger" },
  ahead: { zh: "还没到", en: "Ahead", tone: "idle" },
};

export const deliveryStates: Readonly<Record<SagaDetail["deliveries"][number]["state"], Toned>> = {
  waiting: { zh: "等待", en: "Waiting", tone: "warning" },
  done: { zh: "完成", en: "Done", tone: "success" },
  parked: { zh: "停放", en: "Parked", tone: "danger" },
};
