import { describe, expect, test } from "vitest";
import { personal } from "../proofread/reading.ts";
import { HARMLESS } from "./corpus/harmless.ts";

describe("harmless look-alikes", () => {
  test.each(HARMLESS)("%s", (text) => {
    expect(personal(text)).toEqual([]);
  });

  test("are at least sixty", () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
  });

  test("stay harmless as one text", () => {
    expect(personal(HARMLESS.join("\n"))).toEqual([]);
  });
});
