/** The parameters of one gateway call, query and body together. */
export type Params = Readonly<Record<string, string>>;

/** The text that both sides sign: non-empty parameters by name, joined on their raw values, without `sign` and what else is left out (alipay.md 1, 5b). */
export function signText(params: Params, without: readonly string[] = []): string {
  return Object.keys(params)
    .filter((name) => name !== "sign" && !without.includes(name) && params[name] !== "")
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join("&");
}
