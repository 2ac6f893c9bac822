import type { AskConsent } from "./notify-port";

export type { AskConsent, Consent } from "./notify-port";

/** WeChat takes five template ids at a time and answers with one key per id. */
export const askConsent: AskConsent = (_config, templateIds) =>
  new Promise((resolve) => {
    const tmplIds = templateIds.slice(0, 5);
    if (tmplIds.length === 0) return resolve({ asked: false, accepted: [] });
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answer) => {
        const said = answer as unknown as Record<string, string>;
        resolve({
          asked: true,
          accepted: tmplIds.filter((id) => said[id] === "accept" || said[id] === "acceptWithAudio"),
        });
      },
      fail: () => resolve({ asked: true, accepted: [] }),
    });
  });
