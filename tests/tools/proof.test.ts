/** 数字核对表 of issue 15 against poppler: page by page, and line by the numbers in the margin. */

import { execFileSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";

interface Word {
  readonly page: number;
  readonly left: number;
  readonly middle: number;
  readonly text: string;
}

const millimetre = 72 / 25.4;
const sandbox = new Sandbox();
const file = path.join(sandbox.folder, "draft.pdf");
let words: Word[] = [];
let table = "";

beforeAll(async () => {
  const outcome = await sandbox.run("proof", "2020-15", "--output", file);
  expect(outcome.stderr).toBe("");
  words = boxes(execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 64e6 }));
  table = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
});
afterAll(() => sandbox.dispose());

function boxes(html: string): Word[] {
  return html.split(/<page /).flatMap((part, page) =>
    [...part.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
      ([, x, top, bottom, text = ""]) => ({
        page,
        left: Number(x) / millimetre,
        middle: (Number(top) + Number(bottom)) / 2 / millimetre,
        text,
      }),
    ),
  );
}

/** The slip is page 1 of the file, the bulletin's eight pages follow. */
const bulletin = (): Word[] =>
  words.filter(({ page }) => page >= 2 && page <= 9).map((word) => ({ ...word, page: word.page - 1 }));

test("each page has 22 numbers in its margin, a line of the grid apart, and the mark", () => {
  for (let page = 1; page <= 8; page++) {
    const own = bulletin().filter((word) => word.page === page);
    const ruler = own.filter(({ left }) => left < 26);
    expect(ruler.map(({ text }) => text)).toEqual(Array.from({ length: 22 }, (_, at) => String(at + 1)));
    const steps = ruler.slice(1).map(({ middle }, at) => middle - (ruler[at]?.middle ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(229.84 / 22, 0);
    expect(own.map(({ text }) => text).join("")).toContain("送审稿");
  }
});

test("every row names the page and the line on which poppler finds its number", () => {
  const printed: string[] = [];
  for (let page = 1; page <= 8; page++) {
    const own = bulletin().filter((word) => word.page === page);
    const ruler = own.filter(({ left }) => left < 26);
    const text = own.filter(({ left, middle }) => left >= 26 && middle > 30 && middle < 264);
    // One string of the page with the middle of each character's word.
    const characters = text.flatMap((word) => [...word.text].map((character) => ({ character, middle: word.middle })));
    const numerals =
      /\d+(?:\.\d+)?|第[一二三四五六七八九十]|每一件|(?<=[。；])[一二三](?=是)|[二三四五六七八九十]大(?=专项)|[一二三四]季度|十[一二三四五六七八九]批/g;
    for (const match of characters
      .map(({ character }) => character)
      .join("")
      .matchAll(numerals)) {
      const middle = characters[match.index]?.middle ?? 0;
      const distances = ruler.map((word) => Math.abs(word.middle - middle));
      const line = ruler[distances.indexOf(Math.min(...distances))]?.text ?? "";
      printed.push(`${page}页${line}行`);
    }
  }
  const rows = [...table.matchAll(/^ *(\d+) +(\d+页\d+行)/gm)].map(([, position, place]) => [Number(position), place]);
  expect(rows.map(([position]) => position)).toEqual(Array.from({ length: 131 }, (_, at) => at + 1));
  expect(rows.map(([, place]) => place)).toEqual(printed);
});
