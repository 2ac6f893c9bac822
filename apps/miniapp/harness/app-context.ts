import { format } from "node:util";
import vm from "node:vm";

/** The JavaScript engine of a mini-program: the language, timers, a console, and whatever the host adds. */
export type AppContext = {
  readonly vm: vm.Context;
  /** Uncaught errors of timers and handlers, and everything written with console.error. */
  readonly faults: string[];
  /** Runs a piece of the app; an error is written down as a host would log it. */
  guard<T>(what: string, run: () => T): T | undefined;
  stop(): void;
};

const words = (error: unknown) =>
  error !== null && typeof error === "object" && "stack" in error ? String(error.stack) : format(error);

/**
 * @param globals what the host puts into the realm
 * @param absent names that no listing of the realm shows, as they are not there; only whoever asks for one meets its getter
 *
 * A realm without browser or Node globals. `Intl` and WebAssembly go too, because not every host has them, and code
 * made from text is refused as hosts refuse it.
 */
export function createAppContext(globals: PropertyDescriptorMap, absent: PropertyDescriptorMap): AppContext {
  const faults: string[] = [];
  const timers = new Map<number, () => void>();
  let lastTimer = 0;
  const guard = <T>(what: string, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      faults.push(`${what}: ${words(error)}`);
      return undefined;
    }
  };
  const setTimer = (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    lastTimer += 1;
    const id = lastTimer;
    const handle = setTimeout(() => {
      timers.delete(id);
      guard("timer", () => run(...given));
    }, Number(ms) || 0);
    timers.set(id, () => clearTimeout(handle));
    return id;
  };
  const setRepeating = (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    lastTimer += 1;
    const handle = setInterval(() => guard("interval", () => run(...given)), Number(ms) || 0);
    timers.set(lastTimer, () => clearInterval(handle));
    return lastTimer;
  };
  const clear = (id: number) => {
    timers.get(id)?.();
    timers.delete(id);
  };
  const quiet = () => undefined;
  const sandbox = Object.create(Object.defineProperties({}, absent), globals) as vm.Context;
  Object.assign(sandbox, {
    setTimeout: setTimer,
    setInterval: setRepeating,
    clearTimeout: clear,
    clearInterval: clear,
    console: {
      log: quiet,
      info: quiet,
      debug: quiet,
      warn: quiet,
      group: quiet,
      groupEnd: quiet,
      error: (...given: unknown[]) => void faults.push(`console.error: ${given.map(words).join(" ")}`),
    },
  });
  const context = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(
    "delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer",
    context,
  );
  return {
    vm: context,
    faults,
    guard,
    stop() {
      for (const stop of timers.values()) stop();
      timers.clear();
    },
  };
}
