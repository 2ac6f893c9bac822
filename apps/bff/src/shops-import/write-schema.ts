import { writeFileSync } from "node:fs";
import { shopsSchema } from "./shops-file.ts";

writeFileSync(new URL("../../../../docs/import-shops.schema.json", import.meta.url), shopsSchema());
