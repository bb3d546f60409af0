import { expect, test } from "vitest";
import { growth } from "../../../support/processor-time.ts";
import { check } from "./reading.ts";

/** Each took quadratic time in a version that looked back or ahead without a bound. */
test.each([
  "1",
  "甲1件、",
  "1,",
  "（",
  "{{",
  "[](",
  "![",
  "一",
  "占1%，",
  "共1件，其中",
  "总计",
  "完成整改",
  "已办结1个，",
  "A1",
  "|1",
  "a.",
])("reads a text of nothing but %s in time that grows with its length", (piece) => {
  expect(growth((times) => check(`${piece.repeat(times)}1件`, ""), 2500)).toBeLessThan(9);
});
