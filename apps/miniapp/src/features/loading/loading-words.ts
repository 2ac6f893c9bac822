import { dictionary } from "../i18n";

export const loadingWords = dictionary({
  retry: ["重试", "Try again"],
  details: ["详情", "Details"],
  stale: ["没有更新成功，下面是刚才的内容", "Not refreshed; this is what was there"],
});
