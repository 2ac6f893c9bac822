import { parseArgs } from "node:util";
import { examine } from "./doctor/examine.ts";
import { print } from "./doctor/finding.ts";

const help = `用法 Usage: npm run doctor -- [--offline]

检查配置、数据库、三个平台的凭证、回调地址和时钟，逐项说明怎样修正；不改动任何东西，不打印任何密钥。
Checks configuration, database, the three platforms' credentials, callbacks and clock, and says what to fix; changes
nothing, prints no secret. ✓ 正常 good  ! 留意 note  ✗ 必须修正 must be fixed (退出码 exit code 1)

  --offline   只检查配置，不建立任何连接 configuration only, opens no connection
  --help`;

function readArguments() {
  try {
    return parseArgs({
      options: { offline: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    }).values;
  } catch (cause) {
    console.error(`${(cause as Error).message}\n\n${help}`);
    process.exit(2);
  }
}

const { offline, help: wanted } = readArguments();
if (wanted) console.log(help);
else {
  const found = await examine({ env: process.env, offline, now: Date.now });
  for (const finding of found) console.log(print(finding, process.env));
  const wrongs = found.filter((finding) => finding.mark === "wrong").length;
  console.log(
    wrongs > 0
      ? `\n✗ ${wrongs} 项必须修正 must be fixed`
      : `\n✓ ${offline ? "配置没有问题 the configuration is fine" : "可以开张 ready to open"}`,
  );
  process.exitCode = wrongs > 0 ? 1 : 0;
}
