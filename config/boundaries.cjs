/**
 * Who may import whom: apps → adapters → domain → foundation; inside a domain everything points at src/domain.
 * boundaries.test.ts plants a violation of every rule and expects it to be found.
 */
const domain = "^packages/domain/";
const pure = `${domain}[^/]+/src/domain/`;
/** Command-line tools wire their own few parts. */
const compositionRoot =
  "^apps/bff/src/composition-root/|^scripts/(campus-import|shops-import|departments-import|console-password|backup|restore|doctor|money-check)\\.ts$|^scripts/(doctor|money-check)/";
/** Tests may reach further: they play the outside. */
const tests =
  "\\.test\\.tsx?$|-for-tests\\.ts$|^apps/miniapp/harness/|^apps/bff/src/(adapters-sandbox|scenarios)/";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      "a circle of files has no order in which to read it",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "foundation-is-bottom",
      "foundation knows nothing of food",
      { path: "^packages/foundation/" },
      { path: "^packages/(domain|adapters)/|^apps/" },
    ),
    forbid(
      "domain-is-pure",
      "decisions use the kernel and their own domain only",
      { path: pure, pathNot: tests },
      { pathNot: `^packages/foundation/kernel/|${pure}` },
    ),
    forbid(
      "domains-are-islands",
      "domains meet through events and ports",
      { path: `${domain}([^/]+)/` },
      { path: domain, pathNot: `${domain}$1/` },
    ),
    forbid("domain-ignores-apps", "a domain does not know who uses it", { path: domain }, { path: "^apps/" }),
    forbid(
      "persistence-is-private",
      "SQL is reached through ports",
      { pathNot: `${compositionRoot}|/src/persistence/|${tests}` },
      { path: "/src/persistence/" },
    ),
    forbid(
      "adapters-stay-at-edge",
      "platform words stay in adapters",
      { pathNot: `${compositionRoot}|^packages/adapters/|${tests}` },
      { path: "^packages/adapters/" },
    ),
    forbid(
      "adapters-ignore-apps",
      "an adapter does not know who uses it",
      { path: "^packages/adapters/" },
      { path: "^apps/" },
    ),
    forbid(
      "client-takes-types-only",
      "server code never reaches a phone",
      { path: "^apps/(miniapp|console)/", pathNot: tests },
      { path: "^apps/bff/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "client-sees-pure-only",
      "clients use the kernel and pure decisions",
      { path: "^apps/(miniapp|console)/", pathNot: tests },
      {
        path: "^packages/",
        pathNot: `^packages/foundation/kernel/|${pure}`,
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "sandbox-is-a-stranger",
      "the product must not depend on the emulation of its platforms",
      { path: "^(packages|apps)/", pathNot: `^apps/sandbox/|${tests}` },
      { path: "^apps/sandbox/" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "config/tsconfig/boundaries.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/|\\.turbo/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".h5.ts", ".h5.tsx", ".js"],
    },
  },
};
