import { dingtalkUserIdOf } from "../people/identity.ts";
import { type Bench, movableClock, startBench } from "./bench.ts";

/** A small corporation: two colleges, one with a department, one with more people than fit on a page. */
const directory = {
  departments: [
    { deptId: 10, name: "信息学院", parentId: 1 },
    { deptId: 11, name: "计算机系", parentId: 10 },
    { deptId: 20, name: "文学院", parentId: 1 },
  ],
  users: [
    { person: "wang", name: "王老师", deptIds: [10], title: "辅导员", mobile: "13900000001" },
    { person: "lin", name: "林同学", deptIds: [11] },
    ...Array.from({ length: 104 }, (_, index) => ({
      person: `s${index}`,
      name: `学生${index}`,
      deptIds: [20],
    })),
  ],
};

export type DingtalkBench = Awaited<ReturnType<typeof startDingtalk>>;

export async function startDingtalk() {
  const clock = movableClock();
  const bench: Bench = await startBench({ clock });
  await bench.call("/device/dingtalk/directory", directory, "PUT");
  const { DINGTALK_APP_KEY: appKey, DINGTALK_APP_SECRET: appSecret, DINGTALK_CORP_ID: corpId } = bench.env;
  const apiToken = (more: Record<string, unknown> = {}) =>
    bench.call("/dingtalk-api/v1.0/oauth2/accessToken", { appKey, appSecret, ...more });
  const tokenText = async () => String((await apiToken()).json.accessToken);
  return {
    bench,
    clock,
    userid: (person: string) => dingtalkUserIdOf(corpId, person),
    apiToken,
    tokenText,
    /** One call of the old family with a good token. */
    oapi: async (path: string, body: Record<string, unknown> = {}) =>
      (await bench.call(`/dingtalk-oapi${path}?access_token=${await tokenText()}`, body)).json,
    authCode: (person: string, corp = corpId) =>
      bench.call("/device/dingtalk/auth-code", { corpId: corp, person }),
  };
}
