/** Glyph number → text. */
export type GlyphText = ReadonlyMap<number, string>;

/** Reads a ToUnicode CMap (ISO 32000-1 9.10.3) of two-byte codes. */
export function readToUnicode(cmap: string): GlyphText {
  const map = new Map<number, string>();
  for (const [, kind, body] of cmap.matchAll(/begin(bfchar|bfrange)([\s\S]*?)end\1/g)) {
    const codes = [...(body ?? "").matchAll(/<([0-9A-Fa-f]*)>/g)].map(([, hex]) => hex ?? "");
    const width = kind === "bfchar" ? 2 : 3;
    for (let at = 0; at + width <= codes.length; at += width) {
      const first = parseInt(codes[at] ?? "", 16);
      const last = width === 2 ? first : parseInt(codes[at + 1] ?? "", 16);
      const target = codes[at + width - 1] ?? "";
      for (let glyph = first; glyph <= last; glyph++) map.set(glyph, decode(target, glyph - first));
    }
  }
  return map;
}

/** Decodes UTF-16BE in hexadecimal; `step` is added to the last unit for the members of a range. */
function decode(hex: string, step: number): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
  return String.fromCharCode(...units.map((unit, at) => (at === units.length - 1 ? unit + step : unit)));
}

/** Writes a ToUnicode CMap, whose blocks may have at most 100 characters. */
export function writeToUnicode(text: GlyphText): string {
  const hex = (units: string): string =>
    Array.from({ length: units.length }, (_, at) => hex4(units.charCodeAt(at))).join("");
  const lines = [...text].sort(([a], [b]) => a - b).map(([glyph, units]) => `<${hex4(glyph)}> <${hex(units)}>\n`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("")}endbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("")}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}
