import { Text, View } from "@tarojs/components";
import { Tappable } from "../tappable";
import "./toast.scss";
import { useToastStore } from "./toast-store";

/** Rendered once by Page. */
export function ToastHost({ raised }: { raised: boolean }) {
  const note = useToastStore((state) => state.note);
  if (!note) return null;
  return (
    <View key={note.id} className={`sq-toast is-${note.tone}${raised ? " is-raised" : ""}`} aria-role="alert">
      <Text className="sq-toast__text">{note.text}</Text>
      {note.action ? (
        <Tappable className="sq-toast__action" onTap={note.action.onTap} label={note.action.label}>
          {note.action.label}
        </Tappable>
      ) : null}
    </View>
  );
}
