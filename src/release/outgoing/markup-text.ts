/** The readable text of HTML, XML and SVG: text, attributes, comments, data in scripts. */

import { jsonText, scriptText } from "./data-text.ts";
import { dividedNumbers, isContact } from "./divided-numbers.ts";
import { address, ELEMENT, unescaped } from "./escapes.ts";
import { TextLines } from "./text-lines.ts";

const TOKEN =
  /<!--([^]*?)-->|<!\[CDATA\[([^]*?)\]\]>|<(script|style)\b([^>]*)>([^]*?)<\/\3>|<\/?([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Inline elements, which do not end a line; all others do. */
const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tspan u var wbr".split(
    " ",
  ),
);
const CELL = new Set(["td", "th"]);
const GEOMETRY = "d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|offset|xmlns.*";
/** Attributes of our own pages that contain no readable text. */
const UNREAD = new RegExp(
  `^(?:${GEOMETRY}|class|style|fill|stroke|stroke-.*|font-.*|rel|type|charset|lang|role|http-equiv|tabindex|colspan|rowspan|scope|aria-hidden)$`,
);
/** In an editor's drawing any other attribute may contain text. */
const UNREAD_IN_DRAWING = new RegExp(`^(?:${GEOMETRY})$`);

/** Text may contain markup again, as the entries of a feed do. */
export function markupText(markup: string): readonly string[] {
  return textsOf(markup, UNREAD)
    .flatMap((line) => (ELEMENT.test(line) ? textsOf(line, UNREAD) : [line]))
    .filter((line) => !OF_PROGRAMS.test(line));
}

/** The text of a drawing; characters drawn one by one are joined. */
export function drawingText(svg: string): readonly string[] {
  const lines = textsOf(svg, UNREAD_IN_DRAWING);
  const drawn = [...svg.matchAll(/>([^<>]+)</g)].map(([, text = ""]) => unescaped(text).trim());
  return [...lines, ...dividedNumbers(drawn, drawn.some(isContact)), ...signsTogether(drawn)];
}

function signsTogether(texts: readonly string[]): string[] {
  const runs: string[] = [];
  let run = "";
  for (const text of [...texts.filter((each) => each !== ""), ""]) {
    if ([...text].length === 1) run += text;
    else {
      if (run.length > 1) runs.push(run);
      run = "";
    }
  }
  return runs;
}

/** Values for programs: ids of feed entries, and ratios with recurring digits, 0.5(645…). */
const OF_PROGRAMS = /^(?:urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d+\.\d*\(\d+\))$/;

function textsOf(markup: string, unread: RegExp): readonly string[] {
  const lines = new TextLines();
  let from = 0;
  for (const token of markup.matchAll(TOKEN)) {
    if (token.index > from) lines.put(unescaped(markup.slice(from, token.index)).replace(/\s+/g, " "));
    from = token.index + token[0].length;
    const [, comment, literal, embedded, , content = "", element, attributes] = token;
    if (comment !== undefined) lines.aside(comment);
    else if (literal !== undefined) lines.put(literal);
    else if (embedded === "script") for (const line of dataOf(content)) lines.aside(line);
    else if (embedded !== undefined) lines.aside(content);
    else if (element !== undefined) {
      const name = element.toLowerCase();
      if (CELL.has(name)) lines.cell();
      else if (name === "br") lines.put(" ");
      else if (!INLINE.has(name)) lines.end();
      if (name === "table") lines.table();
      if (attributes !== undefined && attributes.includes("=")) attributeTexts(attributes, lines, unread);
    }
  }
  lines.put(unescaped(markup.slice(from)));
  return lines.done();
}

function attributeTexts(attributes: string, lines: TextLines, unread: RegExp): void {
  for (const [, name = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? "";
    if (value.length < 2 || unread.test(name)) continue;
    if (value.startsWith("data:")) for (const text of embeddedTexts(value)) lines.aside(text);
    else lines.aside(address(unescaped(value)));
  }
}

/** Metadata of embedded files: pictures, fonts, colour profiles. */
function embeddedTexts(data: string): readonly string[] {
  const bytes = Buffer.from(/;base64,([^]*)$/.exec(data)?.[1] ?? "", "base64").toString("latin1");
  return [...bytes.replaceAll("\0", "").matchAll(/[\x20-\x7e]*\d{7}[\x20-\x7e]*/g)].map(([text]) => text);
}

function dataOf(script: string): readonly string[] {
  return /^\s*[[{]/.test(script) ? jsonText(script, markupText) : scriptText(script, markupText);
}
