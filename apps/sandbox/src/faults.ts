import { err, ok, type Result } from "@sanqi/kernel";
import type { FaultSpec } from "./fault-spec.ts";
import { faultTable } from "./fault-table.ts";

/** The value of each switch; the keys, kinds and defaults are in faults-of/. */
export type Faults = {
  -readonly [K in keyof typeof faultTable]: (typeof faultTable)[K] extends { choices: readonly (infer C)[] }
    ? C
    : (typeof faultTable)[K] extends { standard: boolean }
      ? boolean
      : number;
};

export function defaultFaults(): Faults {
  return Object.fromEntries(Object.entries(faultTable).map(([key, spec]) => [key, spec.standard])) as Faults;
}

function accepts(spec: FaultSpec, value: unknown): boolean {
  if ("choices" in spec) return spec.choices.some((choice) => choice === value);
  if (typeof spec.standard === "boolean") return typeof value === "boolean";
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= 86_400_000;
}

/** Changes some switches; an unknown key or a wrong value changes nothing and is named. */
export function patchFaults(
  faults: Faults,
  patch: unknown,
): Result<Faults, { kind: "switchUnknown" | "switchValueWrong"; key: string }> {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch))
    return err({ kind: "switchUnknown", key: "(body)" });
  for (const [key, value] of Object.entries(patch)) {
    if (!Object.hasOwn(faultTable, key)) return err({ kind: "switchUnknown", key });
    if (!accepts(faultTable[key as keyof typeof faultTable], value))
      return err({ kind: "switchValueWrong", key });
  }
  return ok({ ...faults, ...(patch as Partial<Faults>) });
}
