import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createHmacSigner } from "./hmac-signer.ts";
export { createPictureStore } from "./picture-store.ts";
export const pictureMigrations = migrationsIn("pictures", path.join(import.meta.dirname, "migrations"));
