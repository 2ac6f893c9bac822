import type { Host } from "@sanqi/kernel";

/**
 * How a student has ordered so far: steady = most weekdays until today; stopped = most weekdays,
 * then nothing for three weekdays or more; new = no order yet.
 */
export type OrderPattern = "steady" | "stopped" | "new";

export type DemoStudent = {
  /** The person's name in the sandbox, e.g. "lin". */
  key: string;
  name: string;
  host: Host;
  dormitory: string;
  room: string;
  pattern: OrderPattern;
  /** Set for the students whose department is known. */
  departmentKey?: string;
  studentNumber?: string;
  /** Whether the student agreed that a counselor may see care alerts; absent where no department is known. */
  careConsent?: boolean;
};

type Enrolment = [departmentKey: string, studentNumber: string, careConsent: boolean];

const student = (
  key: string,
  name: string,
  host: Host,
  [dormitory, room]: [dormitory: string, room: string],
  pattern: OrderPattern,
  enrolment?: Enrolment,
): DemoStudent => ({
  key,
  name,
  host,
  dormitory,
  room,
  pattern,
  ...(enrolment && {
    departmentKey: enrolment[0],
    studentNumber: enrolment[1],
    careConsent: enrolment[2],
  }),
});

export const demoStudents: readonly DemoStudent[] = [
  student("lin", "林晓", "weapp", ["澜园2号楼", "412"], "steady", ["computing", "20240101", true]),
  student("chen", "陈思远", "alipay", ["沁园1号楼", "306"], "stopped", ["computing", "20240102", true]),
  student("zhao", "赵一鸣", "dd", ["朗园3号楼", "518"], "stopped", ["computing", "20240103", true]),
  student("sun", "孙若溪", "weapp", ["澜园1号楼", "207"], "stopped", ["computing", "20240104", false]),
  student("he", "何嘉", "alipay", ["沁园2号楼", "611"], "steady", ["computing", "20240105", false]),
  student("wu", "吴桐", "dd", ["朗园1号楼", "102"], "steady", ["computing", "20240106", true]),
  student("zheng", "郑心怡", "weapp", ["澜园4号楼", "503"], "stopped", ["ecology", "20240201", true]),
  student("qian", "钱多", "dd", ["沁园3号楼", "224"], "steady", ["ecology", "20240202", true]),
  student("feng", "冯雨桐", "alipay", ["朗园2号楼", "415"], "stopped", ["ecology", "20240203", false]),
  student("tang", "唐果", "weapp", ["澜园3号楼", "318"], "new", ["ecology", "20240204", true]),
  student("shen", "沈知行", "dd", ["沁园4号楼", "509"], "steady", ["ecology", "20240205", false]),
  student("han", "韩露", "alipay", ["朗园4号楼", "220"], "steady", ["ecology", "20240206", true]),
  student("wang", "王梓涵", "weapp", ["澜园2号楼", "415"], "steady"),
  student("li", "李沐阳", "alipay", ["沁园1号楼", "101"], "steady"),
  student("zhang", "张可", "dd", ["朗园3号楼", "322"], "steady"),
  student("liu", "刘星野", "weapp", ["澜园1号楼", "609"], "new"),
  student("yang", "杨帆", "alipay", ["沁园2号楼", "417"], "steady"),
  student("xu", "徐静好", "weapp", ["朗园1号楼", "314"], "steady"),
  student("zhu", "朱砂", "dd", ["澜园4号楼", "208"], "stopped"),
  student("gao", "高远", "weapp", ["沁园3号楼", "512"], "steady"),
  student("luo", "罗一一", "alipay", ["朗园2号楼", "606"], "new"),
  student("guo", "郭子墨", "dd", ["澜园3号楼", "110"], "steady"),
  student("ma", "马依娜", "weapp", ["沁园4号楼", "203"], "steady"),
  student("bai", "白晓晴", "weapp", ["朗园4号楼", "501"], "new"),
];
