import { expect, it } from "vitest";
import { hottest } from "./profile.ts";

it("tells the busy time of each function, without what the process slept", () => {
  const frame = (id: number, functionName: string, url: string, lineNumber: number) => ({
    id,
    callFrame: { functionName, url, lineNumber },
  });
  const profile = {
    nodes: [
      frame(1, "(idle)", "", -1),
      frame(2, "place", "file:///home/x/packages/place.ts", 9),
      frame(3, "", "file:///home/x/node_modules/postgres/src/connection.js", 0),
      frame(4, "place", "file:///home/x/packages/place.ts", 9),
    ],
    samples: [1, 2, 3, 4, 2],
    timeDeltas: [900, 10, 30, 20, 40],
  };
  expect(hottest(profile, "/home/x", 5)).toEqual([
    { where: "place packages/place.ts:10", share: 0.7 },
    { where: "(anonymous) postgres/src/connection.js:1", share: 0.3 },
  ]);
  expect(hottest(profile, "/home/x", 1)).toHaveLength(1);
});
