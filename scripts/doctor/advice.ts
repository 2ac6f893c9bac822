import type { Words } from "./finding.ts";

const set = (zh: string, en: string): Words => ({ zh, en });
const wechatPage = [
  "微信公众平台 → 开发管理 → 开发设置",
  "mp.weixin.qq.com → development → settings",
] as const;
const merchantPage = [
  "微信支付商户平台 → 账户中心 → API 安全",
  "pay.weixin.qq.com → account → API security",
] as const;
const alipayPage = [
  "支付宝开放平台 → 小程序 → 开发设置",
  "open.alipay.com → mini-program → settings",
] as const;
const dingtalkPage = [
  "钉钉开放平台 → 企业内部应用 → 凭证与基础信息",
  "open-dev.dingtalk.com → internal app → credentials",
] as const;
const from = (page: readonly [string, string], zh: string, en: string): Words =>
  set(`${page[0]}：${zh}`, `${page[1]}: ${en}`);

/** The name under which a wrong clock is told: no variable is to blame. */
export const clockName = "系统时间 clock";

/** Where each variable's value comes from: the next step for whoever has to set it. */
const steps: Readonly<Record<string, Words>> = {
  [clockName]: set("开启时间同步（timedatectl set-ntp true）", "synchronise time (timedatectl set-ntp true)"),
  NODE_ENV: set("正式运行时设为 production", "set it to production when real people come"),
  DATABASE_URL: set(
    "设为 postgres://用户:密码@主机:5432/库名，密码自己生成",
    "set postgres://user:password@host:5432/database with a password of your own",
  ),
  PUBLIC_URL: set(
    "设为平台和学生能访问的 https 地址，不带路径",
    "set the https address at which platforms and students reach you, without a path",
  ),
  TRUSTED_PROXIES: set("设为 TLS 代理的 IP 地址", "set the IP address of your TLS proxy"),
  SANQI_PICTURE_SECRET: set(
    "设为 openssl rand -base64 32 的输出，所有进程相同",
    "set the output of openssl rand -base64 32, the same in all processes",
  ),
  SANQI_CAMPUS: set(
    "运行 npm run campus:import，把打印的 cmp_… 设进去",
    "run npm run campus:import and set the cmp_… that it prints",
  ),
  SANQI_SEED_DEMO: set("删除这个变量", "unset it"),
  SANQI_SANDBOX_URL: set("删除这个变量", "unset it"),
  SANQI_ROLES: set("设为 web、worker 或 web,worker", "set web, worker, or web,worker"),
  PORT: set("设为 0 到 65535 的端口号", "set a port number"),
  SANQI_BUS: set("设为 postgres 或 kafka，或删除这个变量", "set postgres or kafka, or unset it"),
  SANQI_KAFKA_BROKERS: set("设为 host:port，多个用逗号隔开", "set host:port, several with commas"),
  SANQI_KAFKA_TOPIC: set(
    "只用字母、数字、点、横线和下划线",
    "use letters, digits, dots, dashes and underscores",
  ),
  SANQI_ORDER_GROUP: set(
    "设为 1 到 500 的整数，或删除这个变量",
    "set a whole number from 1 to 500, or unset it",
  ),
  SANQI_REDIS_URL: set(
    "设为 redis://主机:端口（集群写几个节点，用逗号隔开），或删除这个变量",
    "set redis://host:port (some nodes of a cluster with commas), or unset it",
  ),
  WECHAT_API_BASE: set("设为 https://api.weixin.qq.com", "set https://api.weixin.qq.com"),
  WECHATPAY_BASE: set("设为 https://api.mch.weixin.qq.com", "set https://api.mch.weixin.qq.com"),
  ALIPAY_GATEWAY: set(
    "设为 https://openapi.alipay.com/gateway.do",
    "set https://openapi.alipay.com/gateway.do",
  ),
  DINGTALK_OAPI_BASE: set("设为 https://oapi.dingtalk.com", "set https://oapi.dingtalk.com"),
  DINGTALK_API_BASE: set("设为 https://api.dingtalk.com", "set https://api.dingtalk.com"),
  WECHAT_APP_ID: from(wechatPage, "复制 AppID", "copy the AppID"),
  WECHAT_APP_SECRET: from(wechatPage, "重置 AppSecret 并设进去", "reset the AppSecret and set it"),
  WECHATPAY_MCH_ID: set("微信支付商户平台首页的商户号", "the merchant number on pay.weixin.qq.com"),
  WECHATPAY_MCH_SERIAL: from(merchantPage, "复制商户证书的序列号", "copy the merchant certificate's serial"),
  WECHATPAY_MCH_PRIVATE_KEY: from(
    merchantPage,
    "设为与该商户号、该序列号配套的 apiclient_key.pem 全文",
    "set the whole apiclient_key.pem that belongs to this merchant and serial",
  ),
  WECHATPAY_PLATFORM_SERIAL: from(
    merchantPage,
    "复制微信支付公钥 ID（PUB_KEY_ID_…）",
    "copy the WeChat Pay public key id (PUB_KEY_ID_…)",
  ),
  WECHATPAY_PLATFORM_PUBLIC_KEY: from(
    merchantPage,
    "下载微信支付公钥并设为其全文",
    "download the WeChat Pay public key and set the whole text",
  ),
  WECHATPAY_APIV3_KEY: from(
    merchantPage,
    "设置 32 字节的 APIv3 密钥，两边相同",
    "set an APIv3 key of 32 bytes, the same on both sides",
  ),
  ALIPAY_APP_ID: from(alipayPage, "复制 AppID", "copy the AppID"),
  ALIPAY_APP_PRIVATE_KEY: from(
    alipayPage,
    "设为应用私钥（PEM，PKCS#8），其公钥已上传为应用公钥",
    "set the app's private key (PEM, PKCS#8) whose public half was uploaded",
  ),
  ALIPAY_PUBLIC_KEY: from(
    alipayPage,
    "接口加签方式 → 查看支付宝公钥（不是应用公钥），设为 PEM",
    "signing → show Alipay's public key (not the app's own) and set it as PEM",
  ),
  ALIPAY_SELLER_ID: set(
    "收款账号的 2088 开头用户号",
    "the 2088… number of the account that receives the money",
  ),
  DINGTALK_CORP_ID: set("钉钉开放平台首页的 CorpId", "the CorpId on the first page of open-dev.dingtalk.com"),
  DINGTALK_APP_KEY: from(dingtalkPage, "复制 Client ID（AppKey）", "copy the Client ID (AppKey)"),
  DINGTALK_APP_SECRET: from(
    dingtalkPage,
    "复制 Client Secret（AppSecret）",
    "copy the Client Secret (AppSecret)",
  ),
  DINGTALK_AGENT_ID: from(dingtalkPage, "复制 AgentId（数字）", "copy the AgentId (a number)"),
};

/** The next step for a variable. */
export const adviceFor = (name: string): Words =>
  steps[name] ?? set(`检查 ${name} 的值`, `check the value of ${name}`);
