import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { Namespace } from "./api-audit.ts";

const isNamespace = (name: string): name is Namespace => name === "wx" || name === "my" || name === "dd";

/** Member that an expression on a namespace names, "" where it is the bare namespace or a computed member. */
function memberOf(node: ts.Identifier): string {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return parent.name.text;
  if (
    ts.isElementAccessExpression(parent) &&
    parent.expression === node &&
    ts.isStringLiteral(parent.argumentExpression)
  )
    return parent.argumentExpression.text;
  return "";
}

const isReference = ({ parent }: ts.Identifier, node: ts.Identifier) =>
  !(ts.isPropertyAccessExpression(parent) && parent.name === node) &&
  !(ts.isPropertyAssignment(parent) && parent.name === node) &&
  !(ts.isMethodDeclaration(parent) && parent.name === node);

/**
 * Every "wx.login" that the compiled scripts contain, also on paths that no test walks; a namespace used as a whole is
 * written as "wx". Minified locals may carry the same two letters, so names are resolved, not matched.
 */
export function namespacesInScripts(dist: string): Set<string> {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  const found = new Set<string>();
  for (const name of files) {
    const file = path.join(dist, name);
    const text = readFileSync(file, "utf8");
    const host: ts.CompilerHost = {
      fileExists: (asked) => asked === file,
      readFile: () => text,
      getSourceFile: (asked, target) =>
        asked === file ? ts.createSourceFile(asked, text, target, true) : undefined,
      getDefaultLibFileName: () => "",
      writeFile: () => undefined,
      getCurrentDirectory: () => dist,
      getCanonicalFileName: (asked) => asked,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
    };
    const options = {
      allowJs: true,
      noLib: true,
      noResolve: true,
      types: [],
      target: ts.ScriptTarget.ESNext,
    };
    const program = ts.createProgram([file], options, host);
    const checker = program.getTypeChecker();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && isNamespace(node.text) && isReference(node, node)) {
        if (!checker.resolveName(node.text, node, ts.SymbolFlags.Value, false)) {
          const member = memberOf(node);
          found.add(member ? `${node.text}.${member}` : node.text);
        }
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return found;
}
