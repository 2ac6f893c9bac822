import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { PasswordHasher } from "../use-cases/ports.ts";

type Cost = { readonly n: number; readonly r: number; readonly p: number };
/** OWASP's password storage sheet counts these among equals: 32 MiB and about a quarter of a second. */
const recommended: Cost = { n: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

const derive = (password: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { n: N, r, p } = cost;
    // Node refuses above 32 MiB unless told otherwise; scrypt needs 128·N·r bytes and a little more.
    const options = { N, r, p, maxmem: 128 * N * r + 1024 * 1024 };
    scrypt(password.normalize("NFC"), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** scrypt of node:crypto; text form `scrypt$N$r$p$salt$key`, so that the cost can rise without resetting passwords. */
export function createScryptHasher(cost: Cost = recommended): PasswordHasher {
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await derive(password, salt, cost);
      return ["scrypt", cost.n, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(
        "$",
      );
    },
    async verify(password, stored) {
      const [scheme, n, r, p, salt = "", key = ""] = stored.split("$");
      if (scheme !== "scrypt") throw new Error("unknown password scheme");
      const wanted = Buffer.from(key, "base64url");
      const made = await derive(password, Buffer.from(salt, "base64url"), {
        n: Number(n),
        r: Number(r),
        p: Number(p),
      });
      return made.length === wanted.length && timingSafeEqual(made, wanted);
    },
  };
}
