export type TabBar = {
  /** Words under the icons, left to right. The native bar is Chinese until told otherwise. */
  name(texts: readonly string[]): void;
  /** Puts words and look on the bar again; hosts only accept it while a tab page is in front. Never throws. */
  dress(): void;
};
