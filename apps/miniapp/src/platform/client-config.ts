import type { HostName } from "./host/host-facts";

/** What the server tells every client before it logs in (`GET /client-config.json`). */
export type ClientConfig = {
  campusId: string;
  campusName: string;
  apps: { weapp: { appId: string }; alipay: { appId: string }; dd: { corpId: string; appId: string } };
  /** Where the stand-in for the phone's host app answers; null in production, where H5 cannot log in or pay. */
  sandboxUrl: string | null;
  /** Ids of the message templates whose consent a host asks for. */
  templates: Partial<Record<HostName, string[]>>;
};
