import { type ThemeConfig, theme } from "antd";
import { type Appearance, tokens } from "./tokens.ts";

export const fontStack =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** antd in our colours and on our 8 px grid; `calm` stops its motion for people who asked for less. */
export function antdTheme(appearance: Appearance, calm: boolean): ThemeConfig {
  const t = tokens[appearance];
  return {
    algorithm: appearance === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: t.brand,
      colorInfo: t.info,
      colorSuccess: t.success,
      colorWarning: t.warning,
      colorError: t.danger,
      colorLink: t.brand,
      colorTextBase: t.text,
      colorText: t.text,
      colorTextSecondary: t.textSoft,
      colorTextTertiary: t.textFaint,
      colorTextPlaceholder: t.textFaint,
      colorTextDescription: t.textFaint,
      colorTextLightSolid: t.onBrand,
      colorBgLayout: t.canvas,
      colorBgContainer: t.surface,
      colorBgElevated: t.surface,
      colorBorder: t.lineStrong,
      colorBorderSecondary: t.line,
      colorWarningBg: t.warningSoft,
      colorErrorBg: t.dangerSoft,
      colorInfoBg: t.infoSoft,
      colorSuccessBg: t.successSoft,
      borderRadius: 8,
      borderRadiusLG: 12,
      fontFamily: fontStack,
      fontSize: 14,
      controlHeight: 36,
      motion: !calm,
    },
    components: {
      Table: {
        headerBg: t.raised,
        rowHoverBg: t.raised,
        headerColor: t.textSoft,
        cellPaddingBlock: 8,
        cellPaddingBlockMD: 8,
      },
      Tooltip: {
        colorBgSpotlight: appearance === "dark" ? "#313c36" : "#22302a",
        colorTextLightSolid: "#f3f6f4",
      },
      Button: { fontWeight: 500, dangerColor: appearance === "dark" ? "#2b0703" : "#ffffff" },
    },
  };
}
