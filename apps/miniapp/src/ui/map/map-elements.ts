import type { MapMarker } from "./campus-map-props";
import type { PlaceName } from "./place-names";

const glyphs = { rider: "bike", shop: "shop", dorm: "home" } as const;

function part(className: string): HTMLDivElement {
  const made = document.createElement("div");
  made.className = className;
  return made;
}

/** A drop with the icon of its kind and its name above; the point is at the bottom middle. */
export function pinElement(marker: MapMarker): HTMLElement {
  const pin = part(`sq-pin is-${marker.kind}`);
  const head = part("sq-pin__head");
  head.append(part(`sq-icon sq-icon-s20 sq-icon-${glyphs[marker.kind]}`));
  const label = part("sq-pin__label");
  label.textContent = marker.label;
  pin.append(label, head, part("sq-pin__stem"));
  pin.dataset.marker = marker.id;
  return pin;
}

export function nameElement(name: PlaceName): HTMLElement {
  const made = part(`sq-map-name is-${name.tone}`);
  made.textContent = name.text;
  return made;
}
