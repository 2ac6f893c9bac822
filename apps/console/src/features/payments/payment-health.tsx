import { Skeleton } from "antd";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText, spanText } from "../../ui/time.ts";
import { channelWords } from "./channels.ts";
import { healthWords, rateText } from "./health-words.ts";
import { usePaymentHealth } from "./use-payment-health.ts";

/** The state of each platform, and while one is paused: what people see and what an operator can do. */
export function PaymentHealth({ now }: { now: number }) {
  const say = useSay();
  const { data, error, refetch } = usePaymentHealth();
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const paused = data.filter((platform) => platform.state !== "closed");
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say("平台", "Platform")}</th>
            <th scope="col" className="text">
              {say("状态", "State")}
            </th>
            <th scope="col">{say("从何时", "Since")}</th>
            <th scope="col">{say("近一分钟失败", "Failed in a minute")}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((platform) => (
            <tr key={platform.channel}>
              <th scope="row">{say(channelWords[platform.channel])}</th>
              <td className="text">
                <Pill tone={healthWords[platform.state].tone} dot>
                  {say(healthWords[platform.state])}
                </Pill>
              </td>
              <td className="figures">{momentText(platform.since, now)}</td>
              <td className="figures">
                {platform.calls === 0
                  ? say("没有调用", "no calls")
                  : say(
                      `${rateText(platform.failureRate)}（${platform.calls} 次）`,
                      `${rateText(platform.failureRate)} of ${platform.calls}`,
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {paused.map((platform) => (
        <div key={platform.channel} className="paused" role="alert">
          <p>
            <strong>
              {say(
                `${channelWords[platform.channel].zh}从 ${momentText(platform.since, now)} 起暂停，已 ${spanText(now - platform.since, say)}`,
                `${channelWords[platform.channel].en} paused since ${momentText(platform.since, now)}, for ${spanText(now - platform.since, say)}`,
              )}
            </strong>
          </p>
          <ul className="effects">
            <li>
              {say(
                "同学看到“支付平台暂时繁忙，订单已为你保留”，付款截止前恢复就能接着付；没有扣钱",
                "Students read that the platform is busy and that their order is kept; they can pay once it is back; nothing is charged",
              )}
            </li>
            <li>
              {say(
                "已付的单照常制作配送；退款排队，恢复后自动发出，不会重复",
                "Paid orders go on; refunds wait and are sent by themselves, once",
              )}
            </li>
            <li>
              {say(
                "每 10 秒自动试探一次，连续 3 次成功就恢复；不需要也不能手动强开",
                "It is probed every 10 seconds and resumes after three good answers; nobody needs to force it",
              )}
            </li>
            <li>
              {say(
                "你可以：看平台的公告，请来电的同学换另一种支付；超过 30 分钟请联系平台和值班工程师",
                "You can: look at the platform's notices and send callers to the other way to pay; after 30 minutes call platform and engineer",
              )}
            </li>
          </ul>
        </div>
      ))}
    </>
  );
}
