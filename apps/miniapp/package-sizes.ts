import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

export type MiniSizes = { mainBytes: number; totalBytes: number; subPackages: Record<string, number> };

function filesUnder(folder: string): { path: string; bytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join("/"), bytes: statSync(file).size }));
}

/**
 * Bytes of a built mini-program as its host counts them: what lies under a sub-package's root is that package, all
 * else is the main package.
 */
export function miniSizes(dist: string): MiniSizes {
  const app = JSON.parse(readFileSync(join(dist, "app.json"), "utf8")) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, "")}/`);
  const sizes: MiniSizes = {
    mainBytes: 0,
    totalBytes: 0,
    subPackages: Object.fromEntries(roots.map((root) => [root, 0])),
  };
  for (const { path, bytes } of filesUnder(dist)) {
    sizes.totalBytes += bytes;
    const root = roots.find((start) => path.startsWith(start));
    if (root) sizes.subPackages[root] = (sizes.subPackages[root] ?? 0) + bytes;
    else sizes.mainBytes += bytes;
  }
  return sizes;
}

/** Gzipped bytes of the scripts that the page asks for before anything is shown, and of everything there is. */
export function h5Sizes(dist: string): { firstJsGzipBytes: number; totalBytes: number } {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const first = [...page.matchAll(/<script[^>]*\ssrc="\.?\/?([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  return {
    firstJsGzipBytes: first.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
      0,
    ),
    totalBytes: filesUnder(dist).reduce((sum, file) => sum + file.bytes, 0),
  };
}

export const isBuilt = (dist: string, host: string): boolean =>
  existsSync(join(dist, host === "h5" ? "index.html" : "app.json"));
