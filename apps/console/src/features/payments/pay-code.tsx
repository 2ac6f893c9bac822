import { Skeleton } from "antd";
import { useNow } from "../../ui/clock.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { countdownText } from "../../ui/time.ts";
import { groupedCode } from "./grouped-code.ts";
import { usePayCode } from "./use-pay-code.ts";

/** The code to read out, large and in groups, with the time that is left to pay. */
export function PayCode({ orderId }: { orderId: Parameters<typeof usePayCode>[0] }) {
  const say = useSay();
  const now = useNow(1_000);
  const { data, error, refetch } = usePayCode(orderId);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />;
  const left = data.payBy - now;
  if (left <= 0)
    return (
      <p className="tone-danger-ink" role="alert">
        {say(
          "付款时间已过，订单会自动关闭；请重新下单",
          "The time to pay is over; the order closes. Place it again",
        )}
      </p>
    );
  return (
    <div className="pay-code">
      <output className="pay-code-text mono" aria-label={say("付款码", "Pay code")}>
        {groupedCode(data.code)}
      </output>
      <p>
        {say("请同学在", "Within")} <strong className="figures">{countdownText(left)}</strong>{" "}
        {say(
          "内打开小程序“扫一扫”，扫描或输入这 8 位，就能付款",
          "the student opens “Scan” in the app, scans this or types the 8 signs, and pays",
        )}
      </p>
      <QrCode text={data.path} size={132} label={say("付款码的二维码", "The pay code as a QR code")} />
    </div>
  );
}
