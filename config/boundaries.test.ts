import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
/** One file that breaks each rule: [file, what it imports]. */
const violations: Record<string, [file: string, imports: string]> = {
  "no-cycles": ["packages/foundation/kernel/src/a.ts", "./b.ts"],
  "foundation-is-bottom": [
    "packages/foundation/outbox/src/x.ts",
    "../../../domain/orders/src/domain/order.ts",
  ],
  "domain-is-pure": ["packages/domain/orders/src/domain/x.ts", "node:fs"],
  "domains-are-islands": [
    "packages/domain/orders/src/use-cases/x.ts",
    "../../../payments/src/domain/payment.ts",
  ],
  "domain-ignores-apps": ["packages/domain/orders/src/use-cases/y.ts", "../../../../../apps/bff/src/app.ts"],
  "persistence-is-private": [
    "apps/bff/src/routers/x.ts",
    "../../../../packages/domain/orders/src/persistence/store.ts",
  ],
  "adapters-stay-at-edge": ["apps/bff/src/routers/y.ts", "../../../../packages/adapters/wechat/src/login.ts"],
  "adapters-ignore-apps": ["packages/adapters/wechat/src/x.ts", "../../../../apps/bff/src/app.ts"],
  "client-takes-types-only": ["apps/miniapp/src/x.ts", "../../bff/src/app.ts"],
  "client-sees-pure-only": ["apps/miniapp/src/y.ts", "../../../packages/foundation/outbox/src/pump.ts"],
  "sandbox-is-a-stranger": ["apps/bff/src/routers/z.ts", "../../../sandbox/src/server.ts"],
};
const targets = [
  "packages/domain/orders/src/domain/order.ts",
  "packages/domain/payments/src/domain/payment.ts",
  "packages/domain/orders/src/persistence/store.ts",
  "packages/adapters/wechat/src/login.ts",
  "packages/foundation/outbox/src/pump.ts",
  "apps/bff/src/app.ts",
  "apps/sandbox/src/server.ts",
  "scripts/typecheck.ts",
];

let tree = "";
let found: Set<string>;
beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), "sanqi-boundaries-"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };
  for (const file of targets) write(file, "export const it = 1;\n");
  for (const [file, imports] of Object.values(violations))
    write(file, `import * as it from "${imports}";\nexport const x = it;\n`);
  write("packages/foundation/kernel/src/b.ts", 'import * as it from "./a.ts";\nexport const x = it;\n');
  cpSync(path.join(root, "config"), path.join(tree, "config"), { recursive: true });
  write("package.json", '{"type":"module"}');
  symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
  const args = [
    path.join(root, "node_modules/.bin/depcruise"),
    "--config",
    "config/boundaries.cjs",
    "--output-type",
    "json",
    "apps",
    "packages",
  ];
  let output = "";
  try {
    output = execFileSync(process.execPath, args, {
      cwd: tree,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const report = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  found = new Set(report.summary.violations.map((v) => `${v.rule.name} ${v.from}`));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("boundaries", () => {
  it.each(Object.entries(violations))("%s is found where it is planted", (rule, [file]) => {
    expect([...found].filter((f) => f.startsWith(`${rule} `))).toContain(`${rule} ${file}`);
  });
});
