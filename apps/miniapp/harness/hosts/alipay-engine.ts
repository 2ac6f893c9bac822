import { NoAnswer, type Socket } from "../network.ts";
import { MoveRefused, type PageStack } from "../page-stack.ts";
import { deviceFacts, type Phone } from "../phone.ts";
import { callsOf, type Guard, type Options, Refusal, received, sent, type Work } from "./calls.ts";
import { pickPictures, sendFile } from "./files.ts";

/** Alipay and DingTalk share one engine: same answers, same single socket, same storage calls. */
export const plainWording = (_name: string, answer: object) => answer;

export function moves(stack: PageStack): Record<string, Work> {
  const moving =
    (run: (options: Options) => void): Work =>
    (options) => {
      try {
        run(options);
      } catch (error) {
        if (error instanceof MoveRefused) throw new Refusal({ error: 2, errorMessage: error.message });
        throw error;
      }
      return {};
    };
  const to = (kind: "navigateTo" | "redirectTo" | "switchTab" | "reLaunch") =>
    moving(({ url }) => stack.move(kind, String(url)));
  return {
    navigateTo: to("navigateTo"),
    redirectTo: to("redirectTo"),
    switchTab: to("switchTab"),
    reLaunch: to("reLaunch"),
    navigateBack: moving(({ delta }) => stack.back(Number(delta ?? 1))),
  };
}

/** Storage calls take one object here and answer `{data}`, null where there is nothing. */
export const storageCalls = ({ storage }: Phone) => ({
  getStorageSync: ({ key }: { key: string }) => ({ data: JSON.parse(storage.get(key) ?? "null") as unknown }),
  setStorageSync: ({ key, data }: { key: string; data: unknown }) =>
    void storage.set(key, JSON.stringify(data)),
  removeStorageSync: ({ key }: { key: string }) => void storage.delete(key),
});

export const systemInfo = (app: string) => () => ({ ...deviceFacts, app, version: "10.6.0" });

/**
 * A status outside of 2xx is a failure on both hosts: error 19, with status, headers and data beside it. 12 is a
 * network without an answer.
 */
export function httpRequest(phone: Phone, guard: Guard) {
  return (options: Options) => {
    const abort = new AbortController();
    const method = String(options.method ?? "GET").toUpperCase();
    const headers = { "content-type": "application/json", ...(options.headers as Record<string, string>) };
    const work: Work = async () => {
      try {
        const given = sent(String(options.url), method, options.data);
        const answer = await phone.network.ask({ ...given, method, headers, signal: abort.signal });
        const result = {
          data: received(answer.text, options.dataType ?? "json"),
          status: answer.status,
          headers: answer.headers,
        };
        if (answer.status < 200 || answer.status > 299)
          throw new Refusal({ error: 19, errorMessage: "http status error", ...result });
        return result;
      } catch (error) {
        if (error instanceof NoAnswer) throw new Refusal({ error: 12, errorMessage: error.message });
        throw error;
      }
    };
    callsOf({ request: work }, plainWording, guard).request?.(options);
    return { abort: () => abort.abort() };
  };
}

type Listeners = Record<"open" | "message" | "error" | "close", ((event: object) => void)[]>;

/** One socket for the whole app; opening another closes it; listeners stay through all of them. */
export function oneSocket(phone: Phone, guard: Guard): Record<string, unknown> {
  const listeners: Listeners = { open: [], message: [], error: [], close: [] };
  let current: Socket | null = null;
  const tell = (kind: keyof Listeners, event: object) => {
    for (const listener of listeners[kind]) guard(`socket ${kind}`, () => listener(event));
  };
  const works: Record<string, Work> = {
    connectSocket({ url }) {
      current?.close();
      const socket = phone.network.open(String(url), {
        opened: () => current === socket && tell("open", {}),
        said: (data) => current === socket && tell("message", { data, isBuffer: false }),
        failed: (errorMessage) => current === socket && tell("error", { error: 12, errorMessage }),
        closed: () => {
          if (current === socket) current = null;
          tell("close", {});
        },
      });
      current = socket;
      return {};
    },
    sendSocketMessage({ data }) {
      if (!current) throw new Refusal({ error: 5, errorMessage: "socket is not open" });
      current.send(String(data));
      return {};
    },
    closeSocket() {
      current?.close();
      return {};
    },
  };
  return {
    ...callsOf(works, plainWording, guard),
    onSocketOpen: (listener: (event: object) => void) => void listeners.open.push(listener),
    onSocketMessage: (listener: (event: object) => void) => void listeners.message.push(listener),
    onSocketError: (listener: (event: object) => void) => void listeners.error.push(listener),
    onSocketClose: (listener: (event: object) => void) => void listeners.close.push(listener),
  };
}

/** Work that only leaves a line in the phone's diary. */
export const noted =
  (phone: Phone, what: string, of: (options: Options) => unknown = () => ""): Work =>
  (options) => {
    phone.diary.push(`${what} ${of(options)}`.trim());
    return {};
  };

export const locating =
  (phone: Phone): Work =>
  () => ({
    longitude: String(phone.position[0]),
    latitude: String(phone.position[1]),
    accuracy: "20",
  });

/** Error 10 is the way back out of the camera. */
export const scanning =
  (phone: Phone): Work =>
  () => {
    if (phone.answers.scan === null) throw new Refusal({ error: 10, errorMessage: "cancelled" });
    return { code: phone.answers.scan };
  };

/** Error 11 is the way back out of the album. @param name what this host calls the list */
export const choosing =
  (phone: Phone, name: string): Work =>
  () => {
    const paths = pickPictures(phone);
    if (!paths) throw new Refusal({ error: 11, errorMessage: "cancelled" });
    return { [name]: paths };
  };

/** An answer of any status is one; 12 is a network without an answer. @param field which option names the form's field */
export const uploading =
  (phone: Phone, field: "name" | "fileName"): Work =>
  async ({ url, filePath, fileType, header, [field]: name }) => {
    if (fileType !== "image" || !name) throw new Refusal({ error: 2, errorMessage: "invalid parameter" });
    const answer = await sendFile(phone, { url, path: filePath, field: name, headers: header });
    if (!answer) throw new Refusal({ error: 12, errorMessage: "upload failed" });
    return { data: answer.text, statusCode: answer.status };
  };
