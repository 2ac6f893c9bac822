import path from "node:path";
import ts from "typescript";
import type { Namespace } from "./api-audit.ts";

const app = path.join(import.meta.dirname, "..");
const packageFile = (name: string, file: string) =>
  path.join(path.dirname(import.meta.resolve(`${name}/package.json`).replace("file://", "")), file);

/** Where each host's members are declared. npm has no typings for DingTalk: ours cite what they are taken from. */
const declarations = {
  wx: () => packageFile("miniprogram-api-typings", "types/index.d.ts"),
  my: () => packageFile("@mini-types/alipay", "types/index.d.ts"),
  dd: () => path.join(app, "types/dd.d.ts"),
} satisfies Record<Namespace, () => string>;

/** Names of all members that the host's typings declare. @throws where the namespace is not declared */
export function declaredMembers(namespace: Namespace): Set<string> {
  const file = declarations[namespace]();
  const program = ts.createProgram([file], { noLib: true, types: [], skipLibCheck: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol =
    source && checker.getSymbolsInScope(source, ts.SymbolFlags.Value).find(({ name }) => name === namespace);
  if (!source || !symbol) throw new Error(`${file} does not declare ${namespace}`);
  const type = checker.getTypeOfSymbolAtLocation(symbol, source);
  return new Set(checker.getPropertiesOfType(type).map(({ name }) => name));
}
