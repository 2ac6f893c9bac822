export type Namespace = "wx" | "my" | "dd";

/** What an app did with the hosts' namespaces, as "wx.login". */
export type ApiLog = {
  /** Functions that were called and values that were read. */
  readonly used: Set<string>;
  /** Members that were asked for and that this phone does not have. */
  readonly missing: Set<string>;
  /** Members that the app put there itself. */
  readonly written: Set<string>;
  /** Namespaces of other hosts that were touched at all. */
  readonly foreign: Set<string>;
};

export const createApiLog = (): ApiLog => ({
  used: new Set(),
  missing: new Set(),
  written: new Set(),
  foreign: new Set(),
});

/** What the bundler and Taro keep on the host's object for want of a shared global; read before it is written. */
export const ownMarks: Readonly<Record<string, string>> = {
  webpackJsonp: "webpack's list of loaded chunks",
  taroEventCenter: "Taro's event bus, shared by the files of an Alipay or DingTalk package",
};

/**
 * A namespace that writes down what is done with it. Taro lists and tests all members when it starts, so a function
 * counts only when it is called.
 */
export function audited(namespace: Namespace, api: Record<string, unknown>, log: ApiLog): object {
  const wrapped = new Map<string, unknown>();
  const name = (member: string) => `${namespace}.${member}`;
  return new Proxy(api, {
    get(target, member) {
      if (typeof member === "symbol" || member in Object.prototype) return Reflect.get(target, member);
      if (!(member in target)) {
        if (!(member in ownMarks)) log.missing.add(name(member));
        return undefined;
      }
      const value = target[member];
      if (log.written.has(name(member))) return value;
      if (typeof value !== "function") {
        log.used.add(name(member));
        return value;
      }
      if (!wrapped.has(member)) {
        wrapped.set(member, (...given: unknown[]) => {
          log.used.add(name(member));
          return (value as (...args: unknown[]) => unknown).apply(target, given);
        });
      }
      return wrapped.get(member);
    },
    set(target, member, value) {
      log.written.add(name(String(member)));
      return Reflect.set(target, member, value);
    },
  });
}

/** Stands where another host's namespace would be: this phone does not have it, and whoever asks is written down. */
export const foreignTo = (namespace: Namespace, log: ApiLog): PropertyDescriptor => ({
  configurable: true,
  get() {
    log.foreign.add(namespace);
    return undefined;
  },
});
