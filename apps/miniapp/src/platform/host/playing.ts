import { type HostName, hostLabels } from "./host-facts";

export type Playing = { host: HostName; person: string; campusId: string | null };

const remembered = "sanqi.playing";
let current: Playing | null = null;

/**
 * Who a browser tab plays. The query string wins and is remembered in sessionStorage, so that two tabs are two people
 * and an in-app navigation that drops the query changes nothing.
 */
export function playing(): Playing {
  if (current) return current;
  const asked = new URLSearchParams(`${location.search.slice(1)}&${location.hash.split("?")[1] ?? ""}`);
  const stored = parse(sessionStorage.getItem(remembered));
  const wanted = asked.get("host");
  current = {
    host: wanted !== null && wanted in hostLabels ? (wanted as HostName) : (stored?.host ?? "weapp"),
    person: asked.get("person") || stored?.person || "lin",
    campusId: asked.get("campus") || stored?.campusId || null,
  };
  sessionStorage.setItem(remembered, JSON.stringify(current));
  document.documentElement.dataset.host = current.host;
  return current;
}

function parse(text: string | null): Playing | null {
  try {
    return text ? (JSON.parse(text) as Playing) : null;
  } catch {
    return null;
  }
}
