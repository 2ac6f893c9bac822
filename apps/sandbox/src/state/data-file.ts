import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { defaultFaults, patchFaults } from "../faults.ts";
import { parseObject } from "../http/exchange.ts";
import { createState, emptyTables, type State, type Tables } from "./state.ts";

const version = 1;

function serialise(state: State): string {
  const tables: Record<string, unknown> = {};
  for (const name of Object.keys(emptyTables()) as (keyof Tables)[]) tables[name] = [...state[name]];
  return JSON.stringify({ version, faults: state.faults, tables });
}

/** Reads a data file; a missing file gives an empty state, a broken one stops the start rather than lose payments. */
export function loadState(path: string): State {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return createState();
    throw cause;
  }
  const saved = parseObject(text);
  if (saved === null || saved.version !== version)
    throw new Error(`not a sandbox data file of version ${version}: ${path}`);
  const stored = saved.tables as Record<string, [never, never][]>;
  const tables = emptyTables();
  for (const name of Object.keys(tables) as (keyof Tables)[]) {
    for (const [key, value] of stored[name] ?? []) (tables[name] as Map<unknown, unknown>).set(key, value);
  }
  const patched = patchFaults(defaultFaults(), saved.faults);
  return createState(tables, patched.ok ? patched.value : defaultFaults());
}

export type Saver = { touch(): void; close(): Promise<void> };

/**
 * Writes the state soon after a change: whole file to a temporary name, then renamed over the old one.
 * The pause grows with the cost of writing, so that a rush of 10,000 orders spends at most a few percent on it.
 */
export function createSaver(path: string, state: State, onError: (cause: unknown) => void): Saver {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let changed = false;
  let closed = false;
  let pause = 500;

  async function write() {
    changed = false;
    const began = performance.now();
    const text = serialise(state);
    pause = Math.max(500, (performance.now() - began) * 30);
    await writeFile(`${path}.tmp`, text, { mode: 0o600 });
    await rename(`${path}.tmp`, path);
  }
  function begin() {
    timer = null;
    writing = write()
      .catch(onError)
      .finally(() => {
        writing = null;
        if (changed && !closed) plan();
      });
  }
  function plan() {
    timer ??= setTimeout(begin, pause);
  }
  return {
    touch() {
      changed = true;
      if (writing === null && !closed) plan();
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
