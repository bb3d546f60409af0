import { describe, expect, test } from "vitest";
import { PdfDictionary } from "../../../../src/output/pdf/archive/pdf-dictionary.ts";

describe("a PDF dictionary", () => {
  const text = "<</Type /Page\n/Kids [1 0 R [2] <</A (x)>>]/S (a \\) (b) >>)/H <FEFF00>/N -1.5 /B true/R 12 0 R>>";
  const dictionary = PdfDictionary.read(text);

  test("keeps values as written", () => {
    expect(dictionary.get("Type")).toBe("/Page");
    expect(dictionary.get("Kids")).toBe("[1 0 R [2] <</A (x)>>]");
    expect(dictionary.get("S")).toBe("(a \\) (b) >>)");
    expect(dictionary.get("H")).toBe("<FEFF00>");
    expect(dictionary.get("N")).toBe("-1.5");
    expect(dictionary.get("B")).toBe("true");
    expect(dictionary.reference("R")).toBe(12);
    expect(dictionary.reference("N")).toBeUndefined();
  });

  test("reads back what it writes, changed values aside", () => {
    const changed = dictionary.with({ N: "2", Lang: "(zh-CN)" }).without("Kids");
    const again = PdfDictionary.read(changed.toString());
    expect([...again.keys()]).toEqual(["Type", "S", "H", "N", "B", "R", "Lang"]);
    expect(again.get("S")).toBe(dictionary.get("S"));
    expect(again.get("N")).toBe("2");
  });

  test.each(["", "[1]", "<</A (x>>", "<</A"])("refuses %j", (broken) => {
    expect(() => PdfDictionary.read(broken)).toThrow();
  });
});
