import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import type { AppFailure } from "@/rpc";
import { Button, Icon, Tappable } from "@/ui";
import { staffWords } from "./staff-words";
import "./code-keypad.scss";

const length = 4;
const figures = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

type KeypadProps = {
  /** What to ask the student for. */
  text: string;
  confirm: { id: string; label: string };
  busy: boolean;
  /** Resolves to why the code was not taken; null when it was. */
  onConfirm: (code: string) => Promise<AppFailure | null>;
};

/** Our own keys, large enough for gloves: the hosts' number keyboards cover half of the screen and lack words. */
export function CodeKeypad({ text, confirm, busy, onConfirm }: KeypadProps) {
  const t = useWords(staffWords);
  const say = useSay();
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const locked = failure?.code === "PICKUP_CODE_LOCKED";
  const type = (next: string) => {
    if (busy || locked) return;
    setFailure(null);
    setCode(next.slice(0, length));
  };
  // a refused code is replaced by the next figure, not added to
  const press = (figure: string) => type(failure ? figure : code + figure);
  const send = async () => {
    setFailure(await onConfirm(code));
  };
  const key = (figure: string) => (
    <View key={figure} className="keypad__slot">
      <Tappable id={`key-${figure}`} className="keypad__key" disabled={locked} onTap={() => press(figure)}>
        {figure}
      </Tappable>
    </View>
  );
  return (
    <View className={`keypad${failure ? " is-wrong" : ""}`}>
      <View className="keypad__text">{text}</View>
      <View className="keypad__boxes" aria-label={t("figuresTyped", { count: code.length })}>
        {Array.from({ length }, (_, place) => place).map((place) => (
          <Text key={place} className={`keypad__box${place === code.length && !failure ? " is-next" : ""}`}>
            {code[place] ?? ""}
          </Text>
        ))}
      </View>
      <View id="code-said" className="keypad__said" aria-role="alert">
        {failure ? say(failure.words) : ""}
      </View>
      <View className="keypad__keys">
        {figures.map(key)}
        <View className="keypad__slot">
          <Tappable id="key-clear" className="keypad__key is-word" disabled={locked} onTap={() => type("")}>
            {t("codeClear")}
          </Tappable>
        </View>
        {key("0")}
        <View className="keypad__slot">
          <Tappable
            id="key-erase"
            label={t("codeErase")}
            className="keypad__key is-word"
            disabled={locked}
            onTap={() => type(failure ? "" : code.slice(0, -1))}
          >
            <Icon name="chevron-left" size={24} />
          </Tappable>
        </View>
      </View>
      <Button
        id={confirm.id}
        className="keypad__confirm"
        loading={busy}
        disabled={code.length < length || failure !== null}
        onTap={() => void send()}
      >
        {confirm.label}
      </Button>
    </View>
  );
}
