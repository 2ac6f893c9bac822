import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["packages/foundation/testkit/src/postgres-for-tests.ts"],
    include: ["{apps,packages,scripts,config}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Real servers start inside tests: starting PostgreSQL on a loaded machine takes seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
