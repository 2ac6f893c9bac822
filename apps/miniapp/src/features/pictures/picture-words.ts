import { dictionary } from "@/features/i18n";

export const pictureWords = dictionary({
  add: ["加照片", "Add"],
  title: ["照片（选填，最多 {most} 张）", "Pictures (optional, {most} at most)"],
  remove: ["移除照片", "Remove the picture"],
  look: ["查看照片", "Look at the picture"],
  retry: ["重试", "Try again"],
  close: ["关闭", "Close"],
  sending: ["上传中 {percent}%", "{percent}%"],
  unavailable: ["不能打开相册或相机，请检查权限", "No access to album or camera; check the permission"],
});
