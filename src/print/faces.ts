import { faceFamilies } from "./face-css.ts";
import { loadFace } from "./font/load-face.ts";
import {
  fallbackRoles,
  fontRoles,
  type Face,
  type FaceCharacters,
  type FaceSet,
  type FontConfig,
  type FontRole,
} from "./font-role.ts";

/** What a variable font is pinned to: 小标宋 is a heavy face, 黑体 of even, middling strokes. */
const weights: Readonly<Record<FontRole, number>> = {
  xiaobiaosong: 700,
  fangsong: 400,
  kaiti: 400,
  heiti: 500,
  songti: 400,
};

/**
 * Cuts the face of each role down to the characters in use. A character its face lacks is added to the first of the role's
 * fallbacks that has it. @throws FontError a configured font cannot be used.
 */
export async function subsetFaces(characters: FaceCharacters, config: FontConfig = {}): Promise<FaceSet> {
  const wanted = new Map<FontRole, Set<string>>();
  const missing = new Map<FontRole, string[]>();
  const undrawable = new Set<string>();
  for (const role of fontRoles) {
    const text = typeof characters === "string" ? characters : characters[role];
    if (text === undefined) continue;
    add(wanted, role, " ");
    for (const character of visible(text)) {
      const drawer = await drawingRole(character, role, config);
      if (drawer === undefined) undrawable.add(character);
      else add(wanted, drawer, character);
      if (drawer !== undefined && drawer !== role) missing.set(role, [...(missing.get(role) ?? []), character]);
    }
  }
  const faces: Face[] = [];
  for (const role of fontRoles) {
    const own = wanted.get(role);
    if (!own) continue;
    const { typeface, source, standIn } = await loadFace(role, config);
    const bytes = await typeface.cut(sorted(own).join(""), { weight: weights[role], fit: standIn });
    faces.push({ role, family: faceFamilies[role], bytes, source, standIn, missing: missing.get(role) ?? [] });
  }
  return { faces, undrawable: sorted(undrawable) };
}

/** The characters that leave a mark, in code point order: no controls, no format characters, no white space. */
function visible(text: string): string[] {
  return sorted(new Set(text.replace(/[\p{C}\p{Z}]/gu, "")));
}

function sorted(characters: Iterable<string>): string[] {
  return [...characters].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

async function drawingRole(character: string, role: FontRole, config: FontConfig): Promise<FontRole | undefined> {
  if (isKangxiRadical(character)) return undefined;
  for (const candidate of [role, ...fallbackRoles(role)]) {
    if ((await loadFace(candidate, config)).typeface.has(character)) return candidate;
  }
  return undefined;
}

function isKangxiRadical(character: string): boolean {
  return character >= "\u2F00" && character <= "\u2FDF";
}

function add(map: Map<FontRole, Set<string>>, role: FontRole, character: string): void {
  const set = map.get(role) ?? new Set();
  map.set(role, set.add(character));
}
