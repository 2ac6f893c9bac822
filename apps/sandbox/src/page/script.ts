/** Buttons, switches, and a fresh page every two seconds while nobody types in it. */
export const script = `
const told = document.getElementById("told");
let toldTimer;
function tell(text) {
  told.textContent = text;
  told.classList.add("on");
  clearTimeout(toldTimer);
  toldTimer = setTimeout(() => told.classList.remove("on"), 2500);
}
async function refresh() {
  const response = await fetch(location.href, { cache: "no-store" });
  const text = await response.text();
  const next = new DOMParser().parseFromString(text, "text/html");
  for (const id of ["figures", "messages", "payments", "refunds", "bills", "switches"]) {
    const [now, then] = [document.getElementById(id), next.getElementById(id)];
    if (now.contains(document.activeElement) && /INPUT|SELECT/.test(document.activeElement.tagName)) continue;
    if (now.outerHTML !== then.outerHTML) now.replaceWith(then);
  }
}
async function put(patch) {
  const response = await fetch("/admin/faults", { method: "PUT", body: JSON.stringify(patch) });
  tell(response.ok ? "已切换 switched" : "不接受 refused " + (await response.text()));
  document.activeElement.blur();
  await refresh();
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.hasAttribute("data-reset")) return put(JSON.parse(document.body.dataset.standard));
  if (!button.dataset.act) return;
  button.disabled = true;
  const response = await fetch(button.dataset.act, { method: "POST" });
  const answer = await response.json();
  tell(response.ok ? "完成 done" : answer.message || answer.error);
  await refresh();
});
document.addEventListener("change", (event) => {
  const { fault } = event.target.dataset;
  if (!fault) return;
  const { type, checked, value } = event.target;
  put({ [fault]: type === "checkbox" ? checked : type === "number" ? Number(value) : value });
});
setInterval(() => document.hidden || refresh().catch(() => tell("沙箱没有回答 no answer")), 2000);
`;
