import type { Face, FontRole } from "./font-role.ts";

/** The family names of our faces in CSS. */
export const faceFamilies: Readonly<Record<FontRole, string>> = {
  xiaobiaosong: "JB XiaoBiaoSong",
  fangsong: "JB FangSong",
  kaiti: "JB KaiTi",
  heiti: "JB HeiTi",
  songti: "JB SongTi",
};

/** The file a face is served as, inside the folder of fonts. */
export function faceFile(face: Face): string {
  return `${face.role}.ttf`;
}

/**
 * `@font-face` rules, and a custom property a role (`--font-fangsong` …) that lists its face first and then the others, so that
 * a character its face lacks is drawn by a named face and never by one the machine happens to have.
 * `folder` is where the style sheet finds the fonts, with a closing `/`.
 */
export function faceCss(faces: readonly Face[], folder = "fonts/"): string {
  const rules = faces.map(
    (face) =>
      `@font-face { font-family: "${face.family}"; src: url("${folder}${faceFile(face)}") format("truetype"); font-display: block; }`,
  );
  const lists = faces.map((face) => {
    const others = faces.filter((other) => other !== face);
    const families = [face, ...others].map(({ family }) => `"${family}"`).join(", ");
    return `  --font-${face.role}: ${families};`;
  });
  return [...rules, ":root {", ...lists, "}", ""].join("\n");
}

/** The faces as assets of a print job, under `folder`. */
export function faceAssets(faces: readonly Face[], folder = "fonts/"): Map<string, Uint8Array> {
  return new Map(faces.map((face) => [`${folder}${faceFile(face)}`, face.bytes]));
}
