import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests run as H5 does: platform files resolve to their `.h5` form, and `@/` is src. */
export default defineConfig({
  resolve: {
    alias: { "@": join(import.meta.dirname, "src") },
    extensions: [".h5.tsx", ".h5.ts", ".tsx", ".ts", ".js", ".json"],
  },
  define: { SANQI_API_BASE: '"http://api.test"', SANQI_CAMPUS: '""', "process.env.TARO_ENV": '"h5"' },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx", "*.test.ts"], environment: "node" },
});
