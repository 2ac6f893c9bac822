/**
 * The calls of DingTalk's mini-program client that this app makes, in our words after DingTalk's open documentation of
 * the client API; npm has no typings for it. Every call takes success, fail and complete.
 */
declare namespace Dd {
  type Failure = { error?: number | string; errorMessage?: string; resultStatus?: string };
  type Callbacks<T> = {
    success?: (result: T) => void;
    fail?: (failure: Failure) => void;
    complete?: () => void;
  };

  type Client = {
    /** A silent code for one corporation: five minutes, single use; 3 and 1002 mean that the app is not in it. */
    getAuthCode(options: { corpId: string } & Callbacks<{ authCode: string }>): void;
    /** Opens Alipay with a signed app order string; 9000, 8000, 4000, 5000, 6001, 6002, 6004 as in Alipay. */
    pay(options: { info: string } & Callbacks<{ resultStatus: string; memo: string; result: string }>): void;
    /** Position on AutoNavi's grid (GCJ-02). */
    getLocation(
      options: { targetAccuracy?: string; useCache?: boolean } & Callbacks<{
        longitude: string | number;
        latitude: string | number;
        accuracy?: string | number;
      }>,
    ): void;
    /** Reads a code; error 10 is the way back. */
    scan(options: { type: "qr" | "bar" } & Callbacks<{ code: string }>): void;
    /** Up to nine pictures; error 11 is the way back. Clients differ in the name of the list. */
    chooseImage(
      options: { count?: number; sourceType?: string[] } & Callbacks<{
        filePaths?: string[];
        tempFilePaths?: string[];
        apFilePaths?: string[];
      }>,
    ): void;
    /** Sends a file as a multipart form; `fileName` is the name of its field. */
    uploadFile(
      options: {
        url: string;
        filePath: string;
        fileName: string;
        fileType: "image" | "video" | "audio";
        header?: Record<string, string>;
        formData?: Record<string, string>;
      } & Callbacks<{ data: string; statusCode: number | string }>,
    ): void;
    setClipboard(options: { text: string } & Callbacks<unknown>): void;
    vibrate(options: Callbacks<unknown>): void;
    /** Lets the person choose how to call a number. */
    showCallMenu(
      options: { phoneNumber: string; code: string; showDingCall: boolean } & Callbacks<unknown>,
    ): void;
    /** One socket for the whole app; its listeners outlive a connection. */
    connectSocket(options: { url: string; header?: Record<string, string> } & Callbacks<unknown>): void;
    onSocketOpen(listener: () => void): void;
    onSocketMessage(listener: (message: { data: string; isBuffer?: boolean }) => void): void;
    onSocketError(listener: () => void): void;
    onSocketClose(listener: () => void): void;
    sendSocketMessage(options: { data: string } & Callbacks<unknown>): void;
    closeSocket(options: Callbacks<unknown>): void;

    // What Taro calls for us under the same names as in Alipay, whose engine DingTalk shares.
    canIUse(name: string): boolean;
    httpRequest(
      options: {
        url: string;
        method?: string;
        headers?: Record<string, string>;
        data?: unknown;
        dataType?: string;
        timeout?: number;
      } & Callbacks<unknown>,
    ): unknown;
    getStorageSync(options: { key: string }): { data: unknown };
    setStorageSync(options: { key: string; data: unknown }): void;
    removeStorageSync(options: { key: string }): void;
    getSystemInfoSync(): Record<string, unknown>;
    setNavigationBar(options: { title?: string } & Callbacks<unknown>): void;
    stopPullDownRefresh(options?: Callbacks<unknown>): void;
    navigateTo(options: { url: string } & Callbacks<unknown>): void;
    redirectTo(options: { url: string } & Callbacks<unknown>): void;
    reLaunch(options: { url: string } & Callbacks<unknown>): void;
    switchTab(options: { url: string } & Callbacks<unknown>): void;
    navigateBack(options: { delta?: number } & Callbacks<unknown>): void;
  };
}

declare const dd: Dd.Client;
