import { defineConfig } from "vitest/config";

const root = `${import.meta.dirname}/../..`;

/** Everything but the compiled bundles and the browser, which need the builds and stand beside this file. */
export default defineConfig({
  root,
  test: {
    globalSetup: ["packages/foundation/testkit/src/postgres-for-tests.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "server",
          include: ["{apps/bff,apps/sandbox,packages,scripts,config}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/*.browser.test.ts", "**/*.harness.test.ts"],
        },
      },
      { extends: "apps/miniapp/vitest.config.mts", root: "apps/miniapp", test: { name: "miniapp" } },
      { extends: true, test: { name: "console", include: ["apps/console/src/**/*.test.{ts,tsx}"] } },
    ],
    // Real servers start inside tests: that takes seconds on a loaded machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
