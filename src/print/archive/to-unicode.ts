/** A ToUnicode CMap as glyph number → text (ISO 32000-1 9.10.3). */
export function readToUnicode(cmap: string): Map<number, string> {
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

/** UTF-16BE in hexadecimal; within a range the last unit counts on. */
function decode(hex: string, step: number): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
  return String.fromCharCode(...units.map((unit, at) => (at === units.length - 1 ? unit + step : unit)));
}
