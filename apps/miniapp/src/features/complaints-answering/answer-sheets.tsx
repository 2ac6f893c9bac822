import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { Button, PriceLine, Sheet, Tappable, TextArea, yuan } from "@/ui";
import { complaintWords, usualExplanations } from "./complaint-words";
import { type Complaint, worthByLine, worthOfCase } from "./complaint-worth";

type SheetProps = {
  complaint: Complaint;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onSend: (words: string) => void;
};

/** Shows to the fen what goes back for which line, before anything does. */
export function AgreeSheet({ complaint, open, busy, onClose, onSend }: SheetProps) {
  const t = useWords(complaintWords);
  const say = useSay();
  const [words, setWords] = useState("");
  const amount = yuan(worthOfCase(complaint));
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("agreeTitle", { amount })}
      footer={
        <Button id="agree-confirm" kind="danger" size="l" loading={busy} onTap={() => onSend(words)}>
          {t("agreeConfirm", { amount })}
        </Button>
      }
    >
      <View className="complaint__sheet">{t("agreeText")}</View>
      {worthByLine(complaint).map(({ line, name, nameEn, quantity, fen }) => (
        <PriceLine
          key={line}
          name={t("portions", { name: say({ zh: name, en: nameEn }), count: quantity })}
          fen={fen}
        />
      ))}
      <PriceLine name={t("sum")} fen={worthOfCase(complaint)} strong />
      <TextArea
        id="agree-words"
        label={t("wordsOptional")}
        value={words}
        maxLength={300}
        onChange={setWords}
      />
    </Sheet>
  );
}

/** Tells the student and the campus desk what happened; the desk decides then. */
export function ExplainSheet({ open, busy, onClose, onSend }: SheetProps) {
  const t = useWords(complaintWords);
  const say = useSay();
  const [words, setWords] = useState("");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("explainTitle")}
      footer={
        <Button
          id="explain-send"
          size="l"
          loading={busy}
          disabled={words.trim() === ""}
          onTap={() => onSend(words)}
        >
          {t("explainConfirm")}
        </Button>
      }
    >
      <View className="complaint__sheet">{t("explainText")}</View>
      <TextArea
        id="explain-words"
        label={t("explainWords")}
        value={words}
        maxLength={300}
        onChange={setWords}
      />
      {usualExplanations.map((usual, at) => (
        <Tappable
          key={usual.en}
          id={`explain-usual-${at}`}
          className="complaint__usual"
          onTap={() => setWords(say(usual))}
        >
          {say(usual)}
        </Tappable>
      ))}
    </Sheet>
  );
}
