import type { PictureId } from "@sanqi/kernel";
import { useState } from "react";
import { say, useWords } from "@/features/i18n";
import { sendPicture } from "@/features/pictures/send-picture";
import { choosePictures } from "@/platform/picture";
import { toast } from "@/ui";
import { editingWords } from "./editing-words";

/** Lets the cook choose a picture of a dish and sends it; `share` from 0 to 1 while it is on its way, else null. */
export function useDishPicture(onThere: (picture: { pictureId: PictureId; path: string }) => void) {
  const t = useWords(editingWords);
  const [share, setShare] = useState<number | null>(null);
  const choose = async () => {
    const chosen = await choosePictures(1);
    if (!chosen.ok) {
      if (chosen.error.kind === "unavailable") toast(t("pictureUnavailable"), { tone: "danger" });
      return;
    }
    const [path] = chosen.value;
    if (!path) return;
    setShare(0);
    const state = await sendPicture({ path, kind: "dish", onProgress: setShare });
    setShare(null);
    if (state.kind === "there") onThere({ pictureId: state.pictureId, path });
    else if (state.kind === "failed") toast(say(state.words), { tone: "danger" });
  };
  return { share, choose };
}
