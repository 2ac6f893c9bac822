import type { Words } from "@sanqi/kernel";
import { chinaClockText, minute } from "@sanqi/kernel";

/** How long until `retryAt` and what the clock says then; null once it has passed. Both are epoch ms. */
function waitWords(retryAt: number | null, now: number): (Words & { readonly clock: string }) | null {
  if (retryAt === null || retryAt <= now) return null;
  const left = retryAt - now;
  const clock = chinaClockText(retryAt + minute - 1);
  if (left < minute) return { zh: `${Math.ceil(left / 1000)} 秒`, en: `${Math.ceil(left / 1000)} s`, clock };
  return { zh: `${Math.ceil(left / minute)} 分钟`, en: `${Math.ceil(left / minute)} min`, clock };
}

/** Words while log-in is locked, null once the lock has ended. `retryAt` and `now` are epoch ms. */
export function lockOutWords(retryAt: number | null, now: number): Words | null {
  const wait = waitWords(retryAt, now);
  return (
    wait && {
      zh: `尝试次数过多，已暂停登录。${wait.zh}后（约 ${wait.clock}）可再试；忘记密码请联系系统管理员重置。`,
      en: `Too many attempts: log-in is paused. Try again in ${wait.en} (about ${wait.clock}); if the password is lost, ask the system administrator.`,
    }
  );
}

/** The same for invitation codes. */
export function joinPauseWords(retryAt: number | null, now: number): Words | null {
  const wait = waitWords(retryAt, now);
  return (
    wait && {
      zh: `尝试次数过多，已暂停兑换。${wait.zh}后（约 ${wait.clock}）可再试；请先和邀请你的人核对邀请码。`,
      en: `Too many attempts: joining is paused. Try again in ${wait.en} (about ${wait.clock}); meanwhile check the code with whoever invited you.`,
    }
  );
}
