import { yuan } from "../../ui/display/money";
import type { HostName } from "../host/host-facts";
import "./cashier.scss";

const looks: Record<HostName, { name: string; method: string }> = {
  weapp: { name: "微信支付 WeChat Pay", method: "零钱 Balance" },
  alipay: { name: "支付宝收银台 Alipay", method: "余额宝 Balance" },
  dd: { name: "支付宝收银台 Alipay in DingTalk", method: "余额宝 Balance" },
};

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Shows the amount and waits for 支付 or 取消 (or Escape). It belongs to no page, as the real one does not. */
export function openCashier(bill: {
  host: HostName;
  amountFen: number;
  title: string;
}): Promise<"pay" | "cancel"> {
  return new Promise((resolve) => {
    const look = looks[bill.host];
    const cover = element("div", `sq-cashier is-${bill.host}`);
    const panel = element("div", "sq-cashier__panel");
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-modal", "true");
    panel.setAttribute("aria-label", look.name);
    const method = element("div", "sq-cashier__method");
    method.append(element("span", "", "付款方式 Pay with"), element("span", "", look.method));
    const confirm = element("button", "sq-cashier__pay", `支付 Pay ${yuan(bill.amountFen)}`);
    const cancel = element("button", "sq-cashier__cancel", "取消 Cancel");
    confirm.id = "cashier-pay";
    cancel.id = "cashier-cancel";
    const note = element("div", "sq-cashier__note", "沙箱收银台，不会真的扣款 Sandbox: no real money moves");
    panel.append(
      element("div", "sq-cashier__name", look.name),
      element("div", "sq-cashier__title", bill.title),
    );
    panel.append(element("div", "sq-cashier__amount", yuan(bill.amountFen)), method, confirm, cancel, note);
    cover.append(panel);
    const before = document.activeElement as HTMLElement | null;
    const close = (answer: "pay" | "cancel") => {
      document.removeEventListener("keydown", keys);
      cover.remove();
      before?.focus?.();
      resolve(answer);
    };
    const keys = (event: KeyboardEvent) => {
      if (event.key === "Escape") close("cancel");
      if (event.key !== "Tab") return;
      event.preventDefault();
      (document.activeElement === confirm ? cancel : confirm).focus();
    };
    confirm.addEventListener("click", () => close("pay"));
    cancel.addEventListener("click", () => close("cancel"));
    document.addEventListener("keydown", keys);
    document.body.append(cover);
    confirm.focus();
  });
}
