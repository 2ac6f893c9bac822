import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from "react";
import { useMedia } from "./media.ts";
import { useStored } from "./stored.ts";
import { type Appearance, applyTokens } from "./tokens.ts";

export type AppearanceChoice = "system" | Appearance;
const choices = ["system", "light", "dark"] as const;

const AppearanceContext = createContext<{
  choice: AppearanceChoice;
  appearance: Appearance;
  setChoice: (choice: AppearanceChoice) => void;
}>({ choice: "system", appearance: "light", setChoice: () => undefined });

/** Light or dark: the system's, until the person chooses. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useStored<AppearanceChoice>("sanqi.console.appearance", choices, "system");
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const appearance = choice === "system" ? (systemDark ? "dark" : "light") : choice;
  useLayoutEffect(() => applyTokens(appearance, document.documentElement), [appearance]);
  const value = useMemo(() => ({ choice, appearance, setChoice }), [choice, appearance, setChoice]);
  return <AppearanceContext.Provider value={value}>{children}</AppearanceContext.Provider>;
}

export const useAppearance = () => useContext(AppearanceContext);
