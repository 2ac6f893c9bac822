import type { Words } from "@sanqi/kernel";
import { chinaClockText, minute } from "@sanqi/kernel";

/** Words while log-in is locked, null once the lock has ended. `retryAt` and `now` are epoch ms. */
export function lockOutWords(retryAt: number | null, now: number): Words | null {
  if (retryAt === null || retryAt <= now) return null;
  const left = retryAt - now;
  const clock = chinaClockText(retryAt + minute - 1);
  const [zh, en] =
    left < minute
      ? [`${Math.ceil(left / 1000)} 秒`, `${Math.ceil(left / 1000)} s`]
      : [`${Math.ceil(left / minute)} 分钟`, `${Math.ceil(left / minute)} min`];
  return {
    zh: `尝试次数过多，已暂停登录。${zh}后（约 ${clock}）可再试；忘记密码请联系系统管理员重置。`,
    en: `Too many attempts: log-in is paused. Try again in ${en} (about ${clock}); if the password is lost, ask the system administrator.`,
  };
}
