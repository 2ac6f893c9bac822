import type { Words } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { create } from "zustand";

export type Language = "zh" | "en";

const storageKey = "sanqi.language";
const stored = (): Language => (Taro.getStorageSync(storageKey) === "en" ? "en" : "zh");

type LanguageState = { language: Language; choose(language: Language): void };

/** The language of this device; features/session tells the server about it. */
export const useLanguage = create<LanguageState>((set) => ({
  language: stored(),
  choose(language) {
    Taro.setStorageSync(storageKey, language);
    set({ language });
  },
}));

/** Words that the server or a table gives in both languages, in the language of now. For use outside components. */
export const say = (words: Words): string => words[useLanguage.getState().language] || words.zh;

/** `say` for components: renders again when the language changes. */
export function useSay(): (words: Words) => string {
  const language = useLanguage((state) => state.language);
  return (words) => words[language] || words.zh;
}
