import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The height in px that the layout gives an element: virtual tables want a number. */
export function useElementHeight<T extends HTMLElement>(initial: number): [RefObject<T>, number] {
  const ref = useRef<T>(null);
  const [height, setHeight] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(Math.max(160, Math.floor(element.clientHeight))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, height];
}
