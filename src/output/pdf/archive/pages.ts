import type { PdfFile } from "./pdf-file.ts";

/** A4 in points (ISO 216: 210 × 297 mm), to a thousandth. */
const short = 595.276;
const long = 841.89;
/** The browser rounds a page to whole CSS pixels, by up to 0.375 pt. */
const tolerance = 0.5;

/** Changes pages of nearly A4 to exactly A4, portrait or landscape, and returns the number of all pages. */
export function fixPages(file: PdfFile): number {
  let count = 0;
  for (const number of file.numbers()) {
    if (!/\/Type \/Page\b/.test(file.head(number))) continue;
    count++;
    const page = file.dictionary(number);
    const [left, bottom, width, height] = (page.get("MediaBox") ?? "").slice(1, -1).trim().split(/\s+/).map(Number);
    if (left !== 0 || bottom !== 0) continue;
    const size = exact(width ?? 0, height ?? 0);
    if (size) file.replace(number, page.with({ MediaBox: `[0 0 ${size.join(" ")}]` }));
  }
  return count;
}

function exact(width: number, height: number): readonly [number, number] | undefined {
  const near = (a: number, b: number): boolean => Math.abs(width - a) < tolerance && Math.abs(height - b) < tolerance;
  if (near(short, long)) return [short, long];
  if (near(long, short)) return [long, short];
  return undefined;
}
