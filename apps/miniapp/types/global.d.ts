/// <reference types="@tarojs/taro" />

declare module "*.png" {
  const path: string;
  export default path;
}
declare module "*.wav" {
  const path: string;
  export default path;
}
declare module "*.scss";
declare module "*.css";

/** Set at build time by config/index.ts. */
declare const SANQI_API_BASE: string;
declare const SANQI_CAMPUS: string;
