import { expect, test } from "vitest";
import { move } from "../../../../src/base/file/move.ts";

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** Refuses so many times, then renames. */
function after(refusals: number, code: string): { rename: (from: string, to: string) => void; calls: () => number } {
  let calls = 0;
  return {
    rename: () => {
      calls++;
      if (calls <= refusals) throw refusal(code);
    },
    calls: () => calls,
  };
}

test("what a virus scanner holds for a moment is moved when it lets go", () => {
  const { rename, calls } = after(2, "EPERM");
  move("a", "b", rename);
  expect(calls()).toBe(3);
});

test("what stays refused is told, and other faults at once", () => {
  expect(() => {
    move("a", "b", after(Infinity, "EBUSY").rename);
  }).toThrow("EBUSY");
  const missing = after(Infinity, "ENOENT");
  expect(() => {
    move("a", "b", missing.rename);
  }).toThrow("ENOENT");
  expect(missing.calls()).toBe(1);
});
