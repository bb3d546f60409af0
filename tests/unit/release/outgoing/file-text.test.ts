import { describe, expect, test } from "vitest";
import { fileText } from "../../../../src/release/outgoing/file-text.ts";

const said = (name: string, content: string): readonly string[] => fileText(name, Buffer.from(content));
const digits = [..."13900000047"];
const drawing = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

describe("a drawing", () => {
  test.each([
    ["texts of one sign each", digits.map((digit, at) => `<text x="${at * 8}">${digit}</text>`).join("\n")],
    ["spans of one sign each", `<text>${digits.map((digit) => `<tspan x="20">${digit}</tspan>`).join("")}</text>`],
    ["texts of several digits", ["139", "0000", "0047"].map((part) => `<g><text>${part}</text></g>`).join("\n")],
    ["a class", `<g class="t13900000047"/>`],
    ["a style", `<g style="font-family:'13900000047'"/>`],
    ["the name of a font", `<text font-family="13900000047">示意</text>`],
    ["a role", `<text role="13900000047">示意</text>`],
    [
      "what is noted in a picture within it",
      `<image href="data:image/png;base64,${Buffer.from("\x89PNG\0\x01prVt13900000047\xff", "latin1").toString("base64")}"/>`,
    ],
    [
      "the description of a profile within it, two bytes a sign",
      `<image href="data:image/jpeg;base64,${Buffer.from(`desc${digits.map((digit) => `\0${digit}`).join("")}`).toString("base64")}"/>`,
    ],
  ])("says what stands in %s", (_, content) => {
    expect(said("图.svg", drawing(content)).some((line) => line.includes("13900000047"))).toBe(true);
  });

  test("has no number where an axis counts", () => {
    const axis = ["0", "100", "200", "1390", "2000", "1234"].map((tick) => `<text>${tick}</text>`).join("");
    expect(said("图.svg", drawing(axis))).toEqual(["图", "0", "100", "200", "1390", "2000", "1234"]);
  });
});

describe("a row", () => {
  const whole = "13900000047";
  test("says a number that is divided among its cells", () => {
    expect(said("a.html", row(["来电139", "0000", "0047"]))).toContain(whole);
    expect(said("a.html", row(["来电13900", "000047（办公室）"]))).toContain(whole);
    expect(said("a.csv", "甲,乙,丙\n139,0000,0047\n")).toContain(whole);
    expect(said("a.json", JSON.stringify({ rows: [["139", "0000", "0047"]] }))).toContain(whole);
    expect(said("a.json", JSON.stringify({ 手机139: "00000047" }))).toContain(whole);
  });

  test("says it without a nought where the column is one of telephones", () => {
    expect(said("a.html", `<table>${row(["联系电话", "", ""])}${row(["139", "1234", "5678"])}</table>`)).toContain(
      "13912345678",
    );
    expect(said("a.csv", "手机号,续,续\n139,1234,5678\n")).toContain("13912345678");
  });

  test("counts what comes by telephone", () => {
    const table = `<table>${row(["来源", "9月", "10月", "11月"])}${row(["电话", "139", "1234", "5678"])}</table>`;
    expect(said("a.html", table).some((line) => line.includes("13912345678"))).toBe(false);
    expect(said("a.csv", "来源,9月,10月,11月\n电话,139,1234,5678\n").join()).not.toContain("13912345678");
  });
});

test("a data file says the names of its values, whatever the values are", () => {
  const json = JSON.stringify({ 来电13900000047: 5, 其他: { "13900000048": { 件数: 1 } } });
  const lines = said("a.json", json).join("\n");
  expect(lines).toContain("13900000047");
  expect(lines).toContain("13900000048");
});

test("a file of a kind that nobody reads stops the site, unless it is text", () => {
  expect(said("a.epub", "来电13874629035")).toContain("来电13874629035");
  for (const bytes of [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), Buffer.from([0xd6, 0xd0])])
    expect(() => fileText("a.epub", bytes)).toThrow("a.epub");
});
