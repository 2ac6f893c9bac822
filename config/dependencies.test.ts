import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

it("are each chosen for a reason that docs/dependencies.md tells", () => {
  const words = readFileSync(path.join(root, "docs/dependencies.md"), "utf8");
  const told = [...words.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  const isTold = (name: string) =>
    told.some((one) => one === name || (one.endsWith("/*") && name.startsWith(one.slice(0, -1))));
  const manifests = globSync(["package.json", "apps/*/package.json", "packages/*/*/package.json"], {
    cwd: root,
  });
  const names = manifests.flatMap((file) => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(root, file), "utf8"),
    ) as Manifest;
    return Object.keys({ ...dependencies, ...devDependencies });
  });
  const untold = [...new Set(names)].filter((name) => !name.startsWith("@sanqi/") && !isTold(name));
  expect(untold).toEqual([]);
});
