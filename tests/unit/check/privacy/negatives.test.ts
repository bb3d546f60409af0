import { describe, expect, it } from "vitest";
import { personal } from "../proofread/reading.ts";
import { HARMLESS } from "./corpus/harmless.ts";

describe("harmless look-alikes", () => {
  it.each(HARMLESS)("%s", (text) => {
    expect(personal(text)).toEqual([]);
  });

  it("are at least sixty", () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
  });

  it("stay harmless as one text", () => {
    expect(personal(HARMLESS.join("\n"))).toEqual([]);
  });
});
