import { create } from "zustand";
import { type AppFailure, api, failureOf, type Outputs } from "@/rpc";
import { showUnread } from "./tab-badge";

export type Entry = Outputs["notifications"]["inbox"]["entries"][number];

type InboxState = {
  entries: readonly Entry[] | null;
  failure: AppFailure | null;
  loading: boolean;
  reload(): Promise<void>;
  /** Everything up to this moment counts as read: shown at once, and shown as unread again when the server refuses. */
  markRead(upTo: number): Promise<void>;
};

export const unreadIn = (entries: readonly Entry[]): number => entries.filter((entry) => !entry.read).length;
export const readUpTo = (entries: readonly Entry[], upTo: number): Entry[] =>
  entries.map((entry) => (entry.at <= upTo && !entry.read ? { ...entry, read: true } : entry));

export const useInbox = create<InboxState>((set, get) => ({
  entries: null,
  failure: null,
  loading: false,
  async reload() {
    set({ loading: true });
    try {
      const { entries } = await api.notifications.inbox.query();
      set({ entries, failure: null, loading: false });
      showUnread(unreadIn(entries));
    } catch (error) {
      set({ failure: failureOf(error), loading: false });
    }
  },
  async markRead(upTo) {
    const before = get().entries;
    if (!before || unreadIn(before) === 0) return;
    const entries = readUpTo(before, upTo);
    set({ entries });
    showUnread(unreadIn(entries));
    try {
      await api.notifications.markRead.mutate({ upTo });
    } catch (error) {
      set({ entries: before });
      showUnread(unreadIn(before));
      throw error;
    }
  },
}));
