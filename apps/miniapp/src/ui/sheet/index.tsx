import { ScrollView, View } from "@tarojs/components";
import { type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "../controls/button";
import { Icon } from "../icon";
import { Tappable } from "../tappable";
import { useFocusTrap } from "./focus-trap";
import "./sheet.scss";

const slideMs = 200;

type SheetProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  footer?: ReactNode /** Keep the padding off, for lists. */;
  flush?: boolean;
};

/** Slides up from the bottom; a tap outside, Escape (H5) or the cross closes it. */
export function Sheet({ open, onClose, title, children, footer, flush }: SheetProps) {
  const [phase, setPhase] = useState<"gone" | "coming" | "there" | "going">("gone");
  const id = `sheet${useId().replaceAll(":", "")}`;
  useEffect(() => {
    if (open) setPhase((now) => (now === "there" ? now : "coming"));
    else setPhase((now) => (now === "gone" ? now : "going"));
    const timer = setTimeout(() => setPhase(open ? "there" : "gone"), open ? 30 : slideMs);
    return () => clearTimeout(timer);
  }, [open]);
  const mounted = open || phase !== "gone";
  useFocusTrap(mounted && open, id, onClose);
  if (!mounted) return null;
  return (
    <View className={`sq-sheet${open && phase === "there" ? " is-there" : ""}`} catchMove>
      <View className="sq-sheet__scrim" onClick={onClose} />
      <View
        id={id}
        className="sq-sheet__panel"
        {...({ "aria-role": "dialog", role: "dialog", "aria-label": title, tabIndex: -1 } as object)}
      >
        <View className="sq-sheet__head">
          <View className="sq-sheet__title">{title}</View>
          <Tappable label="关闭 Close" className="sq-sheet__close" onTap={onClose}>
            <Icon name="close" />
          </Tappable>
        </View>
        <ScrollView scrollY className={`sq-sheet__body${flush ? " is-flush" : ""}`}>
          {children}
        </ScrollView>
        {footer ? <View className="sq-sheet__foot">{footer}</View> : null}
      </View>
    </View>
  );
}

type ConfirmSheetProps = {
  open: boolean;
  title: string;
  /** What happens then, exactly: to what, to how much, and whether it can be undone. */
  text: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

export function ConfirmSheet({
  open,
  title,
  text,
  confirmLabel,
  cancelLabel,
  danger,
  busy,
  onConfirm,
  onClose,
}: ConfirmSheetProps) {
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <View className="sq-confirm">
          <Button kind="plain" className="sq-confirm__half" onTap={onClose}>
            {cancelLabel}
          </Button>
          <Button
            id="confirm"
            kind={danger ? "danger" : "primary"}
            className="sq-confirm__half"
            loading={!!busy}
            onTap={onConfirm}
          >
            {confirmLabel}
          </Button>
        </View>
      }
    >
      <View className="sq-confirm__text">{text}</View>
    </Sheet>
  );
}
