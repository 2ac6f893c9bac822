import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const bff = process.env.SANQI_BFF ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/console/",
  plugins: [react()],
  build: {
    target: "es2022",
    // The map (MapLibre) and the antd core are each one cached file; both are larger than Vite's default warning.
    chunkSizeWarningLimit: 1100,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            { name: "rpc", test: /node_modules[\\/]@(trpc|tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/trpc": { target: bff, ws: true },
      "/art": bff,
      "/campus": bff,
      "/client-config.json": bff,
    },
  },
});
