import { DesktopOutlined, MoonOutlined, SunOutlined, TranslationOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { type AppearanceChoice, useAppearance } from "../../ui/appearance.tsx";
import { useLanguage, useSay } from "../../ui/language.tsx";

/** How this desk looks: language and light or dark; both are remembered. */
export function DeskSwitches({ compact }: { compact?: boolean }) {
  const say = useSay();
  const { language, setLanguage } = useLanguage();
  const { choice, setChoice } = useAppearance();
  return (
    <div className={compact ? "desk-switches compact" : "desk-switches"}>
      <Segmented<AppearanceChoice>
        size="small"
        aria-label={say("外观", "Appearance")}
        value={choice}
        onChange={setChoice}
        options={[
          { value: "system", icon: <DesktopOutlined aria-label={say("跟随系统", "Like the system")} /> },
          { value: "light", icon: <SunOutlined aria-label={say("浅色", "Light")} /> },
          { value: "dark", icon: <MoonOutlined aria-label={say("深色", "Dark")} /> },
        ]}
      />
      <Button
        size="small"
        type="text"
        icon={<TranslationOutlined />}
        lang={language === "zh" ? "en" : "zh-CN"}
        onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
      >
        {language === "zh" ? "English" : "中文"}
      </Button>
    </div>
  );
}
