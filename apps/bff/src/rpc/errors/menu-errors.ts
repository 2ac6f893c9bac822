import { type MenuError, type OrderingError, type PeopleError, type Rows, say } from "./row.ts";

/** What goes wrong with menus and pictures. */
export const menuErrors: Rows<MenuError, OrderingError | PeopleError> = {
  menuChanged: {
    code: "MENU_CHANGED",
    rpc: "CONFLICT",
    words: say(
      "内容刚刚被别人修改过，请刷新后再改",
      "Somebody else has just changed this; refresh and look before you change it",
    ),
  },
  menuInvalid: { code: "MENU_INVALID", rpc: "BAD_REQUEST", words: (e) => e.why },
  pictureInvalid: {
    code: "PICTURE_INVALID",
    rpc: "BAD_REQUEST",
    words: say("请上传 JPEG、PNG 或 WebP 图片", "Upload a JPEG, PNG or WebP picture"),
  },
  pictureTooLarge: {
    code: "PICTURE_TOO_LARGE",
    rpc: "PAYLOAD_TOO_LARGE",
    words: say("图片不能超过 2 MB", "A picture has at most 2 MB"),
  },
  tooManyPictures: {
    code: "TOO_MANY_PICTURES",
    rpc: "TOO_MANY_REQUESTS",
    words: say("今天上传的图片太多了，请明天再试", "Too many pictures today; try again tomorrow"),
  },
  picturesBusy: {
    code: "PICTURES_BUSY",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "正在上传的图片较多，请稍后再试",
      "Many pictures are coming in just now; try again in a moment",
    ),
  },
};
