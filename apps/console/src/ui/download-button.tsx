import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { failureOf } from "../rpc/failure.ts";
import { saveText } from "./download.ts";
import { useSay } from "./language.tsx";

type Props = { load: () => Promise<{ fileName: string; text: string }>; disabled?: boolean };

/** Asks the server for a table and saves it as a file. */
export function DownloadButton({ load, disabled }: Props) {
  const say = useSay();
  const { message } = App.useApp();
  const file = useMutation({
    mutationFn: load,
    onSuccess: saveText,
    onError: (error) => void message.error(say(failureOf(error).words)),
  });
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={file.isPending}
      disabled={disabled ?? false}
      onClick={() => file.mutate()}
    >
      {say("下载 CSV", "Download CSV")}
    </Button>
  );
}
