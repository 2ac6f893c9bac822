import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useMemo, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { createRouter } from "./routes.tsx";
import { createQueryClient } from "./rpc/query-client.ts";
import { antdTheme } from "./ui/antd-theme.ts";
import { AppearanceProvider, useAppearance } from "./ui/appearance.tsx";
import { LanguageProvider, useLanguage } from "./ui/language.tsx";
import { prefersCalm, useMedia } from "./ui/media.ts";

function Themed() {
  const { appearance } = useAppearance();
  const { language } = useLanguage();
  const calm = useMedia(prefersCalm);
  const [router] = useState(createRouter);
  const theme = useMemo(() => antdTheme(appearance, calm), [appearance, calm]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === "zh" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  );
}

export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <AppearanceProvider>
        <LanguageProvider>
          <Themed />
        </LanguageProvider>
      </AppearanceProvider>
    </QueryClientProvider>
  );
}
