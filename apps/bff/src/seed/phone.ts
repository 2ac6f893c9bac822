import type { Host } from "@sanqi/kernel";

/** The phones of demo people: what their host app would do, done at the sandbox. */
export type Phones = { loginCode(host: Host, person: string): Promise<string> };

export function sandboxPhones(
  sandboxUrl: string,
  apps: { weapp: string; alipay: string; corpId: string },
): Phones {
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`the sandbox answered ${response.status} to ${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, string>;
  };
  return {
    async loginCode(host, person) {
      if (host === "weapp")
        return (await post("/device/wechat/login", { appId: apps.weapp, person })).code ?? "";
      if (host === "alipay")
        return (await post("/device/alipay/auth-code", { appId: apps.alipay, person })).authCode ?? "";
      return (await post("/device/dingtalk/auth-code", { corpId: apps.corpId, person })).authCode ?? "";
    },
  };
}

/** Fills the corporation's directory, so that its members can log in to DingTalk. */
export async function fillDirectory(sandboxUrl: string, directory: object): Promise<void> {
  const response = await fetch(`${sandboxUrl}/device/dingtalk/directory`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(directory),
  });
  if (!response.ok) throw new Error(`the sandbox refused the directory: ${await response.text()}`);
}
