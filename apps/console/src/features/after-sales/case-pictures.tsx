import { Image } from "antd";
import { useSay } from "../../ui/language.tsx";

/** What the student photographed; pressing one shows it large. The links work for a few hours only. */
export function CasePictures({ urls }: { urls: readonly string[] }) {
  const say = useSay();
  if (urls.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <div className="case-pictures">
        {urls.map((url, at) => (
          <Image
            key={url}
            src={url}
            width={88}
            height={88}
            alt={say(`投诉照片 ${at + 1}`, `Picture ${at + 1}`)}
          />
        ))}
      </div>
    </Image.PreviewGroup>
  );
}
