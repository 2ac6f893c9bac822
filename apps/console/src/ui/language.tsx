import type { Words } from "@sanqi/kernel";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useStored } from "./stored.ts";

export type Language = "zh" | "en";
export type Say = (words: string | Words, en?: string) => string;

const languages = ["zh", "en"] as const;
const LanguageContext = createContext<{ language: Language; setLanguage: (language: Language) => void }>({
  language: "zh",
  setLanguage: () => undefined,
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useStored<Language>("sanqi.console.language", languages, "zh");
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export const useLanguage = () => useContext(LanguageContext);

/** Words in the chosen language: `say("订单", "Orders")`, or `say(words)` for words that came from elsewhere. */
export function useSay(): Say {
  const { language } = useLanguage();
  return useMemo(() => sayIn(language), [language]);
}

/** The name of a shop, place or dish in the chosen language; Chinese where nobody wrote the English one. */
export function useName(): (named: { readonly name: string; readonly nameEn: string }) => string {
  const { language } = useLanguage();
  return (named) => (language === "en" && named.nameEn ? named.nameEn : named.name);
}

export const sayIn =
  (language: Language): Say =>
  (words, en) => {
    if (typeof words !== "string") return words[language];
    return language === "zh" ? words : (en ?? words);
  };
