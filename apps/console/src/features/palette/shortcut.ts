const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the palette's keys are written on this machine. */
export const paletteShortcut = onMac ? "⌘K" : "Ctrl K";

export const isPaletteShortcut = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey;
