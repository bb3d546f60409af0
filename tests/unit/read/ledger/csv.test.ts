import { describe, expect, test } from "vitest";
import { readCsv } from "../../../../src/read/ledger/csv.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { lines } from "../../../support/ledger.ts";

function read(text: string): { rows: string[][]; places: string[][]; problems: string[] } {
  const source = new SourceText("l.csv", text);
  const rows: string[][] = [];
  const places: string[][] = [];
  const problems = readCsv(source, ({ cells, offsets }) => {
    rows.push([...cells]);
    places.push(offsets.map((offset) => `${source.place(offset).line}:${source.place(offset).column}`));
  });
  return { rows, places, problems: lines(problems) };
}

describe("CSV as RFC 4180 has it", () => {
  test.each([
    [
      "LF",
      "甲,乙\n1,2\n",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "CRLF",
      "甲,乙\r\n1,2\r\n",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "no line end at the end",
      "甲,乙\n1,2",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "empty cells",
      "甲,,\n,,丙\n",
      [
        ["甲", "", ""],
        ["", "", "丙"],
      ],
    ],
    ["an empty last cell at the end of the file", "甲,", [["甲", ""]]],
    [
      "blank lines left out",
      "甲,乙\n\n , \n1,2\n",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ],
    [
      "quotes with commas, line breaks and quotes",
      '"甲,\r\n乙","说""好"""\r\n1,2',
      [
        ["甲,\r\n乙", '说"好"'],
        ["1", "2"],
      ],
    ],
    ["an empty quoted cell", '"",1\n', [["", "1"]]],
  ] as const)("%s", (_, text, expected) => {
    const { rows, problems } = read(text);
    expect(rows).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test("every cell has its line and column, in characters, behind quoted line breaks too", () => {
    expect(read('a,"二\n行",𠮷c,d\ne,f\n').places).toEqual([
      ["1:1", "1:3", "2:4", "2:7"],
      ["3:1", "3:3"],
    ]);
  });

  test.each([
    [
      "a quote never closed",
      'a,b\n1,"2\n3,4\n',
      ["l.csv:2:3 错误：英文引号没有成对，从这一格起都读不出来 [csv-quote]"],
    ],
    ["text behind a quote", 'a,b\n"1"x,2\n', ["l.csv:2:4 错误：引号后面还有别的字 [csv-quote]"]],
    ["a quote inside", 'a,b\n1x"y,2\n', ["l.csv:2:3 错误：一格中间有英文引号 [csv-quote]"]],
  ])("%s is an error at its place", (_, text, expected) => {
    expect(read(text).problems).toEqual(expected);
  });
});
