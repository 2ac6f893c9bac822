import { useEffect, useRef } from "react";

const focusable = '[tabindex="0"], input, textarea, button, a[href]';

/** While a sheet is open, Tab stays inside it, Escape closes it, and focus returns to where it came from. */
export function useFocusTrap(open: boolean, id: string, onClose: () => void): void {
  // a new function on each render must not steal the focus again
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement as HTMLElement | null;
    const sheet = () => document.getElementById(id);
    const key = (event: KeyboardEvent) => {
      if (event.key === "Escape") close.current();
      if (event.key !== "Tab") return;
      const inside = [...(sheet()?.querySelectorAll<HTMLElement>(focusable) ?? [])];
      const first = inside[0];
      const last = inside.at(-1);
      const here = document.activeElement;
      if (!first || !last) return;
      const leaving = event.shiftKey ? here === first : here === last;
      if (!leaving && sheet()?.contains(here)) return;
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    };
    sheet()?.focus();
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("keydown", key);
      before?.focus?.();
    };
  }, [open, id]);
}
