import { expect } from "vitest";
import { beyondTypings, myCalledInDingTalk, myInDingTalkScripts } from "./api-allowances.ts";
import { type ApiLog, ownMarks } from "./api-audit.ts";
import type { HostName } from "./phone.ts";
import { namespacesInScripts } from "./static-audit.ts";
import { declaredMembers } from "./typings.ts";

const namespaceOf = { weapp: "wx", alipay: "my", dd: "dd" } as const;

/**
 * What the app did on this host (`logs`), and what its scripts could do on paths that nobody walked, stays inside the
 * host's own namespace and its typings; exceptions are listed with their reasons.
 */
export function expectOwnApis(host: HostName, dist: string, logs: readonly ApiLog[]): void {
  const namespace = namespaceOf[host];
  const all = (of: keyof ApiLog) => [...new Set(logs.flatMap((log) => [...log[of]]))].sort();
  expect(all("foreign"), "namespaces of other hosts").toEqual([]);
  expect(all("missing"), "members that this phone lacks").toEqual([]);
  const put = all("written").filter((name) => !((name.split(".")[1] ?? "") in ownMarks));
  expect(put, "members that the app put on the host's object").toEqual([]);

  const walked = all("used");
  expect(walked.length, "members in use").toBeGreaterThan(10);
  const written = [...namespacesInScripts(dist)].filter((name) => name.includes(".")).sort();
  const own = (name: string) => name.startsWith(`${namespace}.`);
  const declared = declaredMembers(namespace);
  const undeclared = [...walked, ...written].filter(
    (name) => own(name) && !declared.has(name.slice(namespace.length + 1)) && !(name in beyondTypings),
  );
  expect(undeclared, "members without a declaration").toEqual([]);

  const listed = (allowed: Readonly<Record<string, string>>) =>
    host === "dd" ? Object.keys(allowed).sort() : [];
  const other = (name: string) => !own(name);
  expect(walked.filter(other), "calls of another namespace").toEqual(listed(myCalledInDingTalk));
  expect(written.filter(other), "another namespace in the scripts").toEqual(listed(myInDingTalkScripts));
}
