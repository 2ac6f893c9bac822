import { defineConfig } from "vitest/config";

/** The compiled mini-programs in the harness; `npm run build` makes them. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    globalSetup: ["packages/foundation/testkit/src/postgres-for-tests.ts"],
    include: ["apps/miniapp/harness/**/*.harness.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
