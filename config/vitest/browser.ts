import { defineConfig } from "vitest/config";

/** H5 and console in real Chromium against the whole product; `npm run build` makes the pages. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    globalSetup: ["packages/foundation/testkit/src/postgres-for-tests.ts"],
    include: ["apps/bff/src/scenarios/**/*.browser.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
