/** One sentence in both languages of the house. */
export type Words = { readonly zh: string; readonly en: string };

/** `good`: nothing to do. `note`: works, but know it. `wrong`: must be fixed before real people come. */
export type Finding = {
  readonly mark: "good" | "note" | "wrong";
  /** The variable, or what was looked at where no variable is to blame. */
  readonly name: string;
  readonly what: Words;
  /** The next step; where it is absent there is none. */
  readonly fix?: Words;
};

export const good = (name: string, zh: string, en: string): Finding => ({
  mark: "good",
  name,
  what: { zh, en },
});
export const note = (name: string, what: Words, fix?: Words): Finding => ({
  mark: "note",
  name,
  what,
  ...(fix && { fix }),
});
export const wrong = (name: string, what: Words, fix: Words): Finding => ({ mark: "wrong", name, what, fix });

const signs = { good: "✓", note: "!", wrong: "✗" } as const;
const secretNames = /SECRET|PRIVATE_KEY|APIV3_KEY|CALLBACK_TOKEN|AES_KEY|METRICS_TOKEN|PASSWORD/;

/** Everything in the environment that must not be seen on a screen: values of secret variables, passwords in addresses. */
function secretsOf(env: Readonly<Record<string, string | undefined>>): string[] {
  const secrets: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (!value) continue;
    if (secretNames.test(name)) secrets.push(value, value.trim());
    const password = /^postgres(ql)?:/.test(value) && URL.canParse(value) ? new URL(value).password : "";
    if (password) secrets.push(password, safeDecode(password));
  }
  // A word of a few letters would blank out half of every sentence, and protects nothing.
  return secrets.filter((secret) => secret.length >= 6).sort((a, b) => b.length - a.length);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The finding as lines for a terminal. What platforms and servers say is quoted in findings, so secrets are blanked last. */
export function print(finding: Finding, env: Readonly<Record<string, string | undefined>>): string {
  const { mark, name, what, fix } = finding;
  const lines = [`${signs[mark]} ${name}: ${what.zh} ${what.en}`];
  if (fix) lines.push(`    → ${fix.zh}`, `      ${fix.en}`);
  let text = lines.join("\n");
  for (const secret of secretsOf(env)) text = text.replaceAll(secret, "•••");
  return text;
}
