import { expect, test } from "vitest";
import { ArchiveError, PrintError } from "../../../../src/output/pdf/index.ts";
import { received, sent } from "../../../../src/build/worker/sent-fault.ts";
import { EnvironmentError } from "../../../../src/base/problem/environment-error.ts";
import { explainSystemFault } from "../../../../src/base/problem/system-fault.ts";

/** As between two threads. */
const crossed = (fault: unknown): Error => received(structuredClone(sent(fault)));

test("faults of ours are what they were", () => {
  const print = new PrintError("2020-15", "图片无法显示", { hint: "把图片分到几期。" });
  expect(crossed(print)).toBeInstanceOf(PrintError);
  expect(crossed(print)).toMatchObject({
    message: print.message,
    job: "2020-15",
    reason: "图片无法显示",
    hint: print.hint,
  });
  expect(crossed(new ArchiveError("字体没有嵌入"))).toBeInstanceOf(ArchiveError);
  expect(crossed(new EnvironmentError("没有浏览器", "请安装。"))).toMatchObject({
    message: "没有浏览器",
    hint: "请安装。",
  });
});

test.each(["ENOSPC", "EDQUOT", "EBUSY", "EACCES"])("what the system refuses (%s) is told as in this thread", (code) => {
  const fault = Object.assign(new Error(`${code}: refused`), { code, path: "/一个文件" });
  const told = explainSystemFault(fault) as EnvironmentError;
  expect(crossed(fault)).toBeInstanceOf(EnvironmentError);
  expect(crossed(fault)).toMatchObject({ message: told.message, hint: told.hint });
});

test("any other keeps its message and where it arose", () => {
  const fault = new TypeError("no such thing");
  expect(crossed(fault)).toMatchObject({ message: fault.message, stack: fault.stack });
  expect(crossed("just words")).toMatchObject({ message: "just words" });
});
