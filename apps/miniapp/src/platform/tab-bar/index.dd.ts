import type { TabBar } from "./tab-bar-port";

/** DingTalk's bar cannot be changed after the start, so it stays in Chinese. */
export const tabBar: TabBar = { name: () => undefined, dress: () => undefined };
