// @vitest-environment jsdom
import { toId } from "@sanqi/kernel";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rpc } from "../../rpc/client.ts";
import { LoginForm } from "./login-form.tsx";

vi.mock("../../rpc/client.ts", () => ({ rpc: { console: { login: { mutate: vi.fn() } } } }));
const mutate = vi.mocked(rpc.console.login.mutate);
const campusId = toId("campus", `cmp_${"0".repeat(20)}`);

const refused = (code: string, failure: unknown) =>
  TRPCClientError.from({
    error: {
      code: -32001,
      message: code,
      data: { sanqi: { code, zh: "用户名或密码不正确", en: "wrong", traceId: "4bf92f35", failure } },
    },
  });

describe("log-in", () => {
  let root: Root;
  let page: HTMLElement;
  const onDone = vi.fn();

  beforeEach(() => {
    window.matchMedia = (media) =>
      Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
    mutate.mockReset();
    onDone.mockReset();
    page = document.body.appendChild(document.createElement("div"));
    root = createRoot(page);
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <LoginForm campusId={campusId} onDone={onDone} />
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
  const submit = async () => {
    await vi.waitFor(() => expect(button()).not.toBeNull());
    type("username", "operator");
    type("password", "secret");
    button()?.click();
  };

  it("sends campus, name and password, and goes on", async () => {
    mutate.mockResolvedValue({ session: {} } as Awaited<ReturnType<typeof mutate>>);
    await submit();
    await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(mutate).toHaveBeenCalledExactlyOnceWith({ campusId, username: "operator", password: "secret" });
  });

  it("shows words, code and trace id of a refusal and lets the person try again", async () => {
    mutate.mockRejectedValue(refused("PASSWORD_REFUSED", { kind: "passwordRefused" }));
    await submit();
    await vi.waitFor(() => expect(page.textContent).toContain("用户名或密码不正确"));
    expect(page.textContent).toContain("PASSWORD_REFUSED");
    expect(page.textContent).toContain("4bf92f35");
    await vi.waitFor(() => expect(button()?.disabled).toBe(false));
    expect(onDone).not.toHaveBeenCalled();
  });

  it("locks the button while the server locks the log-in", async () => {
    const retryAt = Date.now() + 10 * 60_000;
    mutate.mockRejectedValue(refused("TOO_MANY_ATTEMPTS", { kind: "tooManyAttempts", retryAt }));
    await submit();
    await vi.waitFor(() => expect(page.textContent).toContain("已暂停登录"));
    expect(button()?.disabled).toBe(true);
  });
});
