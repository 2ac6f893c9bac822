import { useWords } from "@/features/i18n";
import { ConfirmSheet, clockTime } from "@/ui";
import { editingWords } from "./editing-words";
import type { Conflict } from "./use-menu-change";

/** Says who changed the same thing meanwhile. What was typed stays until the person wants to see the newest. */
export function ConflictSheet({
  conflict,
  onReload,
  onClose,
}: {
  conflict: Conflict | null;
  onReload: () => void;
  onClose: () => void;
}) {
  const t = useWords(editingWords);
  const by = conflict?.by ?? null;
  return (
    <ConfirmSheet
      open={conflict !== null}
      title={t("conflict")}
      text={by ? t("conflictBy", { name: by.name, time: clockTime(by.at) }) : t("conflictBySomebody")}
      confirmLabel={t("reload")}
      cancelLabel={t("keepTyping")}
      onConfirm={onReload}
      onClose={onClose}
    />
  );
}
