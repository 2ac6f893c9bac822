/**
 * Members of `my` that Taro's DingTalk runtime calls while the app runs. DingTalk's engine is Alipay's and keeps `my`
 * beside `dd`, so they exist on the phone; nothing of ours may be here.
 */
export const myCalledInDingTalk: Readonly<Record<string, string>> = {
  "my.canIUse": "Taro.request asks whether `request` exists before it falls back to httpRequest",
  "my.httpRequest": "Taro.request sends by it; DingTalk documents the same call as dd.httpRequest",
};

/** Members of `my` that stand in the compiled DingTalk build at all: Taro shares this code with Alipay. */
export const myInDingTalkScripts: Readonly<Record<string, string>> = {
  ...myCalledInDingTalk,
  "my.webpackJsonp": "webpack keeps its list of chunks on Alipay's global",
  "my.taroEventCenter": "Taro keeps its event bus on Alipay's global",
  "my.request": "the other branch of Taro.request, not taken where canIUse says no",
  "my.onSocketOpen": "Taro.connectSocket dresses its answer with it; the app calls dd.connectSocket itself",
  "my.onSocketMessage": "as my.onSocketOpen",
  "my.onSocketError": "as my.onSocketOpen",
  "my.onSocketClose": "as my.onSocketOpen",
  "my.sendSocketMessage": "as my.onSocketOpen",
  "my.closeSocket": "as my.onSocketOpen",
};

/** What the builds use beyond the hosts' typings, with the reason. */
export const beyondTypings: Readonly<Record<string, string>> = {
  "wx.webpackJsonp": "webpack keeps its list of chunks on the host's global",
  "my.webpackJsonp": "webpack keeps its list of chunks on the host's global",
  "my.taroEventCenter": "Taro keeps its event bus on the host's global",
  "my.httpRequest": "Taro's way for base libraries that have no my.request",
  "dd.env": "Taro copies it when it starts and lives without it",
  "dd.SDKVersion": "Taro's DingTalk runtime copies it when it starts and lives without it",
};
