/** How Word sets the paragraphs of a file, worked out of document.xml and styles.xml by the standard's rules (ISO/IEC 29500-1, 17.3, 17.7). */

import { child, descendants, elements, parseXml, textOf, value } from "../../../src/intake/word/read/xml.ts";
import type { XmlElement } from "../../../src/intake/word/read/xml.ts";

interface Line {
  readonly text: string;
  /** Twips, where the rule is `exact`; 240ths of a line where it is `auto`. */
  readonly line: number;
  readonly rule: string;
  readonly isPicture: boolean;
  readonly charactersPerLine: number;
}

interface Setting {
  /** Every paragraph that shows something. */
  readonly lines: readonly Line[];
  /** The text at body size, outside of tables: it stands on the page's grid. */
  readonly onGrid: readonly Line[];
  readonly page: { readonly linesPerPage: number; readonly gridPitch: number };
}

/** Half-points: 16 pt, 三号. */
const body = 32;
const isSpread = (spacing: string | undefined): boolean => Number(spacing ?? 0) > 0;

export function settingOf(parts: ReadonlyMap<string, Uint8Array>): Setting {
  const part = (name: string): XmlElement => parseXml(parts.get(name) ?? new Uint8Array());
  const document = part("word/document.xml");
  const sheet = part("word/styles.xml");
  const styles = new Map(elements(sheet, "w:style").map((style) => [style.attributes["w:styleId"], style]));
  const defaults = child(sheet, "w:docDefaults");
  const number = (element: XmlElement | undefined, name: string): number => Number(element?.attributes[name] ?? NaN);

  const size = descendants(document, "w:pgSz")[0];
  const margin = descendants(document, "w:pgMar")[0];
  const width = number(size, "w:w") - number(margin, "w:left") - number(margin, "w:right");
  const height = number(size, "w:h") - number(margin, "w:top") - number(margin, "w:bottom");
  const gridPitch = number(descendants(document, "w:docGrid")[0], "w:linePitch");

  const inTables = new Set(descendants(document, "w:tbl").flatMap((table) => descendants(table, "w:p")));
  const lines = descendants(document, "w:p").flatMap((paragraph): (Line & { readonly stands: boolean })[] => {
    const properties = child(paragraph, "w:pPr");
    const style = styles.get(value(properties, "w:pStyle"));
    const sources = [properties, child(style, "w:pPr"), child(defaults, "w:pPrDefault", "w:pPr")];
    // Each attribute of w:spacing is inherited by itself.
    const spacing = (name: string): string | undefined =>
      sources.map((source) => child(source, "w:spacing")?.attributes[name]).find((found) => found !== undefined);
    const runs = descendants(paragraph, "w:r");
    const text = runs.flatMap((run) => descendants(run, "w:t").map(textOf)).join("");
    const isPicture = descendants(paragraph, "w:drawing").length > 0;
    if (text === "" && !isPicture) return [];
    const look = (run: XmlElement | undefined, name: string): string | undefined =>
      [child(run, "w:rPr"), child(style, "w:rPr"), child(defaults, "w:rPrDefault", "w:rPr")]
        .map((source) => value(source, name))
        .find((found) => found !== undefined);
    const sizes = runs.map((run) => Number(look(run, "w:sz")));
    const cell = Math.max(...runs.map((run) => Number(look(run, "w:sz")) * 10 + Number(look(run, "w:spacing") ?? 0)));
    return [
      {
        ...{ text, isPicture, line: Number(spacing("w:line") ?? 240), rule: spacing("w:lineRule") ?? "auto" },
        charactersPerLine: Math.floor(width / cell),
        stands:
          sizes.every((one) => one === body) &&
          !inTables.has(paragraph) &&
          // 目　录
          !runs.some((run) => isSpread(look(run, "w:spacing"))),
      },
    ];
  });
  return {
    lines,
    onGrid: lines.filter(({ stands, isPicture }) => stands && !isPicture),
    page: { linesPerPage: Math.floor(height / gridPitch), gridPitch },
  };
}
