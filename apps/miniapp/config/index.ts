import path from "node:path";
import { defineConfig } from "@tarojs/cli";

const host = process.env.TARO_ENV ?? "h5";
const sourceRoot = path.resolve(__dirname, "..", "src");

/** Workspace packages ship TypeScript and @trpc ships ES2022: both must go through babel for old phones. */
const compiledDependencies = [
  (file: string) => /packages[\\/](foundation|domain)[\\/]/.test(file),
  (file: string) => /node_modules[\\/](@trpc|zustand|uqr)[\\/]/.test(file),
];

export default defineConfig({
  projectName: "sanqi",
  date: "2026-11-22",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: `dist/${host}`,
  framework: "react",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  plugins: ["@tarojs/plugin-platform-alipay-dd", path.join(__dirname, "accessible-views.ts")],
  cache: { enable: false },
  alias: { "@": sourceRoot },
  defineConstants: {
    SANQI_API_BASE: JSON.stringify(
      process.env.SANQI_API_BASE ?? (host === "h5" ? "" : "http://127.0.0.1:8080"),
    ),
    SANQI_CAMPUS: JSON.stringify(process.env.SANQI_CAMPUS ?? ""),
  },
  sass: { data: `@use "${path.join(sourceRoot, "ui", "theme", "mixins").replaceAll("\\", "/")}" as *;` },
  mini: {
    compile: { include: compiledDependencies },
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    imageUrlLoaderOption: { limit: 0 },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain, webpack) {
      // mini-program engines have no AbortController, and tRPC constructs one for every request
      chain
        .plugin("abort-controller")
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(sourceRoot, "rpc", "abort-controller.ts"), "AbortController"] },
        ]);
    },
  },
  h5: {
    publicPath: "./",
    staticDirectory: "static",
    router: { mode: "hash" },
    esnextModules: [],
    compile: { include: compiledDependencies },
    output: { filename: "js/[name].[contenthash:8].js", chunkFilename: "js/[name].[contenthash:8].js" },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: "css/[name].[contenthash:8].css",
      chunkFilename: "css/[name].[contenthash:8].css",
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // a browser's CSS pixel is already the design's; rem would blow the column up on wide screens
      pxtransform: { enable: false },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      // npm nests the React plugin in this workspace, out of the sight of @tarojs/taro-h5 at the root
      chain.resolve.modules.add("node_modules").add(path.resolve(__dirname, "..", "node_modules"));
    },
  },
});
