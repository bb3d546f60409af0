/**
 * The display font of the site, subset and divided into pieces, of which a page loads what it needs. Always the open
 * substitute: a font bought for print may seldom be used on the web. Readers who have 方正小标宋 see that.
 */

import { standInLicences, subsetFaces, webFace } from "../pdf/index.ts";
import type { Memory } from "../format.ts";
import type { DisplayTexts } from "./display-texts.ts";

export interface FontFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Characters per piece besides the common ones: about 40 KB. */
const pieceSize = 160;
const local = `local("FZXiaoBiaoSong-B05S"), local("方正小标宋简体")`;

/** Pieces are remembered, because compressing a font is slow. */
export async function displayFonts({ common, headlines }: DisplayTexts, memory: Memory): Promise<FontFile[]> {
  const pieces = [[...new Set(visible(common))], ...rest(common, headlines)];
  const files: FontFile[] = [];
  const rules: string[] = [];
  for (const [at, characters] of pieces.entries()) {
    const name = `display-${at}.woff2`;
    const bytes = await memory.bytes("src/output/web/display-fonts.ts", characters, () => displayFace(characters));
    files.push({ path: `assets/fonts/${name}`, bytes });
    const source = `${local}, url("fonts/${name}") format("woff2")`;
    rules.push(
      `@font-face { font-family: "JB Display"; font-weight: 400 900; font-display: swap; src: ${source}; unicode-range: ${ranges(characters)}; }\n`,
    );
  }
  return [
    ...files,
    { path: "assets/display-fonts.css", bytes: rules.join("") },
    { path: "assets/fonts/LICENSES.txt", bytes: standInLicences() },
  ];
}

async function displayFace(characters: readonly string[]): Promise<Uint8Array> {
  const { faces } = await subsetFaces({ 小标宋: characters.join("") });
  const face = faces.find(({ role }) => role === "小标宋");
  if (face === undefined) throw new Error("no display face was cut");
  return webFace(face);
}

/** Other characters of the headlines, grouped by frequency, so that most pages need few pieces. */
function rest(common: string, headlines: readonly string[]): string[][] {
  const known = new Set(common);
  const counts = new Map<string, number>();
  for (const headline of headlines) {
    for (const character of new Set(visible(headline)))
      if (!known.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([character]) => character);
  const pieces: string[][] = [];
  for (let at = 0; at < ordered.length; at += pieceSize) pieces.push(ordered.slice(at, at + pieceSize));
  return pieces;
}

function visible(text: string): string[] {
  return [...text].filter((character) => !/[\p{C}\p{Z}]/u.test(character));
}

/** U+4E00-4E02, U+4E09 */
function ranges(characters: readonly string[]): string {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const code of codes) {
    const last = found.at(-1);
    if (last !== undefined && code === last[1] + 1) last[1] = code;
    else found.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return found.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(", ");
}
