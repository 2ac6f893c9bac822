// @vitest-environment jsdom
import { toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";
import { JoinForm } from "./join-form.tsx";

vi.mock("../../rpc/client.ts", () => ({ rpc: { console: { join: { mutate: vi.fn() } } } }));
const mutate = vi.mocked(rpc.console.join.mutate);
const campusId = toId("campus", `cmp_${"0".repeat(20)}`);
const good = { code: " ab12-cd34 ef", username: " 钱老师 ", password: "ten signs!", again: "ten signs!" };

const refused = (code: string, zh: string, failure: unknown) =>
  TRPCClientError.from({
    error: {
      code: -32001,
      message: code,
      data: { sanqi: { code, zh, en: "", traceId: "4bf92f35", failure } },
    },
  });

describe("joining with an invitation", () => {
  let root: Root;
  let page: HTMLElement;
  let cache: QueryClient;
  const onDone = vi.fn();

  beforeEach(() => {
    window.matchMedia = (media) =>
      Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
    mutate.mockReset();
    onDone.mockReset();
    cache = new QueryClient();
    page = document.body.appendChild(document.createElement("div"));
    root = createRoot(page);
    root.render(
      <QueryClientProvider client={cache}>
        <JoinForm campusId={campusId} onDone={onDone} />
      </QueryClientProvider>,
    );
  });
  afterEach(() => {
    root.unmount();
    page.remove();
  });

  const type = (id: string, text: string) => {
    const input = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`no #${id}`);
    // React listens to the native setter, not to the property it shadows on the element.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const button = () => page.querySelector<HTMLButtonElement>("button[type=submit]");
  const submit = async (fields: typeof good) => {
    await vi.waitFor(() => expect(button()).not.toBeNull());
    for (const [id, text] of Object.entries(fields)) type(id, text);
    button()?.click();
  };

  it("sends the code as it was issued, name and password once, and goes on logged in", async () => {
    const session = { displayName: "钱老师" };
    mutate.mockResolvedValue({ session } as Awaited<ReturnType<typeof mutate>>);
    await submit(good);
    await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
    const { password } = good;
    expect(mutate).toHaveBeenCalledExactlyOnceWith({
      campusId,
      code: "AB12CD34EF",
      username: "钱老师",
      password,
    });
    expect(cache.getQueryData(keys.me)).toEqual({ session });
  });

  it.each([
    [{ ...good, code: "ab12" }, "邀请码是 10 位"],
    [{ ...good, username: "two words" }, "只能用文字、数字"],
    [{ ...good, password: "nine sign", again: "nine sign" }, "密码至少 10 个字符"],
    [{ ...good, again: "other signs" }, "两次输入的密码不一致"],
    [{ ...good, again: "" }, "请再输一次密码"],
  ])("says beside the field what is wrong, and sends nothing: %o", async (fields, words) => {
    await submit(fields);
    await vi.waitFor(() =>
      expect(page.querySelector(".ant-form-item-explain-error")?.textContent).toContain(words),
    );
    expect(mutate).not.toHaveBeenCalled();
  });

  it("shows a refusal with code and trace id; another name then goes through", async () => {
    mutate.mockRejectedValueOnce(refused("USERNAME_TAKEN", "这个用户名已被使用", { kind: "usernameTaken" }));
    mutate.mockResolvedValueOnce({ session: {} } as Awaited<ReturnType<typeof mutate>>);
    await submit(good);
    await vi.waitFor(() => expect(page.textContent).toContain("这个用户名已被使用"));
    expect(page.textContent).toContain("USERNAME_TAKEN");
    expect(page.textContent).toContain("4bf92f35");
    expect(onDone).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(button()?.disabled).toBe(false));
    await submit({ ...good, username: "qian" });
    await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(mutate.mock.lastCall?.[0]).toMatchObject({ username: "qian" });
  });

  it("pauses while the server does", async () => {
    const failure = { kind: "tooManyAttempts", retryAt: Date.now() + 10 * 60_000 };
    mutate.mockRejectedValue(refused("TOO_MANY_ATTEMPTS", "尝试次数过多", failure));
    await submit(good);
    await vi.waitFor(() => expect(page.textContent).toContain("已暂停兑换"));
    expect(button()?.disabled).toBe(true);
  });
});
