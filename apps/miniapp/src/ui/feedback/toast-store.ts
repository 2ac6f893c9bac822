import { create } from "zustand";

export type ToastNote = {
  id: number;
  text: string;
  tone: "plain" | "danger";
  action?: { label: string; onTap: () => void };
};

type ToastState = { note: ToastNote | null; show(note: ToastNote): void; hide(id: number): void };

export const useToastStore = create<ToastState>((set, get) => ({
  note: null,
  show: (note) => set({ note }),
  hide: (id) => {
    if (get().note?.id === id) set({ note: null });
  },
}));

let last = 0;

/** Shows one line above the bottom bar; a newer one replaces it. `ms` is how long it stays. */
export function toast(
  text: string,
  options: { tone?: ToastNote["tone"]; action?: ToastNote["action"]; ms?: number } = {},
): number {
  last += 1;
  const id = last;
  const { hide, show } = useToastStore.getState();
  show({ id, text, tone: options.tone ?? "plain", ...(options.action ? { action: options.action } : {}) });
  setTimeout(() => hide(id), options.ms ?? (options.action ? 5000 : 2400));
  return id;
}

/**
 * Does something that can be taken back: the screen has changed already, `commit` runs after `ms` unless the person
 * taps the undo word, in which case `undo` puts the screen back.
 */
export function undoable(options: {
  text: string;
  undoLabel: string;
  undo: () => void;
  commit: () => void;
  ms?: number;
}): void {
  const ms = options.ms ?? 5000;
  let open = true;
  const timer = setTimeout(() => {
    open = false;
    options.commit();
  }, ms);
  const id = toast(options.text, {
    ms,
    action: {
      label: options.undoLabel,
      onTap: () => {
        if (!open) return;
        open = false;
        clearTimeout(timer);
        useToastStore.getState().hide(id);
        options.undo();
      },
    },
  });
}
