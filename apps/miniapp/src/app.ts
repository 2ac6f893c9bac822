import { type PropsWithChildren, useEffect, useRef } from "react";
import "./ui/accessible";
import { type Language, useLanguage } from "./features/i18n";
import { useSession } from "./features/session";
import { tabBar } from "./platform/tab-bar";
import "./app.scss";

const tabs: Record<Language, readonly string[]> = {
  zh: ["点餐", "订单", "消息", "我的"],
  en: ["Order", "Orders", "Messages", "Me"],
};

export default function App({ children }: PropsWithChildren) {
  const language = useLanguage((state) => state.language);
  useEffect(() => {
    void useSession.getState().start();
  }, []);
  // the bar is born Chinese: it is only told when that is, or was, not wanted
  const told = useRef(false);
  useEffect(() => {
    if (language === "zh" && !told.current) return;
    told.current = true;
    tabBar.name(tabs[language]);
  }, [language]);
  return children;
}
