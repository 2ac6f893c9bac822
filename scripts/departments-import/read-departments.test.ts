import { stableId } from "@sanqi/campus";
import { toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { readDepartments } from "./read-departments.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const read = (text: string) => readDepartments(text, campusId);

describe("a list of departments", () => {
  it("is read as spreadsheets write it", () => {
    expect(
      read('\uFEFFname,key,dingtalk_dept_id\r\n"物理, 光学""系""",physics,12\r\n化学系, chemistry ,\r\n'),
    ).toEqual({
      rows: [
        {
          departmentId: stableId("department", `${campusId}/physics`),
          name: '物理, 光学"系"',
          dingtalkDeptId: 12,
        },
        {
          departmentId: stableId("department", `${campusId}/chemistry`),
          name: "化学系",
          dingtalkDeptId: null,
        },
      ],
      bad: [],
    });
    expect(read("key,name\nphysics,物理系").bad).toEqual([]);
  });
  it.each([
    ["nothing", "", /^1: /],
    ["other columns", "key,name,phone\n", /^1: /],
    ["no rows", "key,name\n\n", /^2: /],
    ["a key with spaces", "key,name\nphysics 1,物理系", /^2: key/],
    ["no name", "key,name\nphysics,", /^2: name/],
    ["a DingTalk id that is none", "key,name,dingtalk_dept_id\nphysics,物理系,x1", /^2: dingtalk_dept_id/],
    ["too many cells", "key,name\nphysics,物理系,12", /^2: .*columns/],
    ["a key twice", "key,name\na,甲\na,乙", /^3: key.*twice: a/],
    ["a DingTalk id twice", "key,name,dingtalk_dept_id\na,甲,7\nb,乙,7", /^3: dingtalk_dept_id/],
  ])("with %s says where", (_, text, reason) => {
    expect(read(text).bad.join("\n")).toMatch(reason);
  });
});
