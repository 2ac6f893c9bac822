import { useState } from "react";
import { useWords } from "@/features/i18n";
import { choosePictures } from "@/platform/picture";
import { toast } from "@/ui";
import { addPictures, type Picture, withState } from "./picture-list";
import { pictureWords } from "./picture-words";
import { type PictureKind, sendPicture } from "./send-picture";

/** Pictures that a person adds to something: sent as soon as they are chosen, so that the sending of the rest is quick. */
export function usePictures(kind: PictureKind, most: number) {
  const t = useWords(pictureWords);
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const put = (path: string, state: Picture["state"]) => setPictures((now) => withState(now, path, state));
  const send = (path: string) => {
    put(path, { kind: "onTheWay", share: 0 });
    const onProgress = (share: number) => put(path, { kind: "onTheWay", share });
    void sendPicture({ path, kind, onProgress }).then((state) => put(path, state));
  };
  const choose = async () => {
    const chosen = await choosePictures(most - pictures.length);
    if (!chosen.ok) {
      if (chosen.error.kind === "unavailable") toast(t("unavailable"), { tone: "danger" });
      return;
    }
    const fresh = chosen.value.filter((path) => !pictures.some((known) => known.path === path));
    setPictures((now) => addPictures(now, chosen.value, most));
    for (const path of fresh.slice(0, most - pictures.length)) send(path);
  };
  const remove = (path: string) => setPictures((now) => now.filter((picture) => picture.path !== path));
  return { pictures, full: pictures.length >= most, choose, remove, retry: send };
}
export type Pictures = ReturnType<typeof usePictures>;
