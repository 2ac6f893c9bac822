import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorDocs } from "./error-docs.ts";

const file = path.resolve(import.meta.dirname, "../../../../docs/errors.md");
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, errorDocs());
