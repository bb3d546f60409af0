import { expect, test } from "vitest";
import { EnvironmentError } from "../../../../src/base/problem/environment-error.ts";
import { explainSystemFault } from "../../../../src/base/problem/system-fault.ts";

const fault = (code: string, path?: string): Error => Object.assign(new Error(code), { code, path });

test("a file that another program holds open is named, with what to close", () => {
  for (const code of ["EBUSY", "EPERM", "EACCES"]) {
    const said = explainSystemFault(fault(code, "_site/issues/2020/15/2020-15.pdf"));
    expect(said).toBeInstanceOf(EnvironmentError);
    expect(said).toMatchObject({ message: `系统不让动 _site/issues/2020/15/2020-15.pdf（${code}），没有做完` });
    expect((said as EnvironmentError).hint).toContain("PDF 阅读器");
  }
});

test("a full disk is told as one, however deep a library has wrapped it", () => {
  const wrapped = new Error("template", { cause: Object.assign(new Error("x"), { originalError: fault("ENOSPC") }) });
  expect(explainSystemFault(wrapped)).toMatchObject({ message: "磁盘已满，没有做完；原来的网站没有动" });
});

test("other faults stay as they are", () => {
  const own = new EnvironmentError("甲", "乙", { cause: fault("EPERM") });
  expect(explainSystemFault(own)).toBe(own);
  const bug = new TypeError("x is undefined");
  expect(explainSystemFault(bug)).toBe(bug);
});
