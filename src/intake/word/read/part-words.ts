/** The words of parts that cannot be imported: charts, diagrams, embedded documents. */

import type { Relationships } from "./relationships.ts";
import { descendants, elements, textOf, wordsBelow } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Returns a function that gives the words of a part by its relationship, empty for other parts. */
export async function partWords(
  related: Relationships,
  part: (name: string) => Promise<XmlElement | undefined>,
  bytes: (name: string) => Promise<Uint8Array | undefined>,
): Promise<(relationship: string) => string> {
  const words = new Map<string, string>();
  for (const type of ["chart", "chartEx", "diagramData"])
    for (const name of related.byType(type)) {
      const read = await part(name);
      if (read !== undefined)
        words.set(name, type === "diagramData" ? texts(read, "a:t").join("、") : chartWords(read));
    }
  for (const name of related.byType("aFChunk")) words.set(name, chunkWords(await bytes(name)));
  return (relationship) => words.get(related.target(relationship) ?? "") ?? "";
}

function texts(element: XmlElement, name: string): string[] {
  return descendants(element, name)
    .map((found) => textOf(found).trim())
    .filter((text) => text !== "");
}

/** The titles of a chart, then each series with its figures: 交办：祁阳 24、道县 5 */
function chartWords(chart: XmlElement): string {
  const series = descendants(chart, "c:ser").map((one) => {
    const values = (name: string): string[] => elements(one, name).flatMap((part) => texts(part, "c:v"));
    const heads = [...values("c:cat"), ...values("c:xVal")];
    const figures = [...values("c:val"), ...values("c:yVal")].map((figure, at) =>
      `${heads[at] ?? ""} ${figure}`.trim(),
    );
    return `${values("c:tx").join("")}：${figures.join("、")}`;
  });
  const titles = descendants(chart, "c:title").map(wordsBelow);
  return [...titles, ...series].filter((text) => text !== "").join("；");
}

/** The words of an embedded web page or plain text; empty for other formats. */
function chunkWords(content: Uint8Array | undefined): string {
  const text = content === undefined ? "" : new TextDecoder("utf-8").decode(content.subarray(0, 100_000));
  if (/^(?:PK|\{\\rtf)/.test(text) || text.includes("\ufffd")) return "";
  return text
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
