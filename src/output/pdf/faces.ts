import { faceFamilies } from "./face-css.ts";
import { loadFace } from "./font/load-face.ts";
import type { Typeface } from "./font/typeface.ts";
import { fontRoles } from "../../model/bulletin.ts";
import type { FontRole } from "../../model/bulletin.ts";
import { fallbackRoles } from "./font-role.ts";
import type { Face, FaceCharacters, FaceSet, FontConfig } from "./font-role.ts";

/** The weights of variable fonts: 小标宋 is heavy, 黑体 has even strokes of medium weight. */
const weights: Readonly<Record<FontRole, number>> = {
  小标宋: 700,
  仿宋: 400,
  楷体: 400,
  黑体: 500,
  宋体: 400,
};

/**
 * Subsets the face of each role to the characters in use. A character that the face lacks is added to the first fallback of the role that
 * has it. @throws FontError when a configured font cannot be used.
 */
export async function subsetFaces(characters: FaceCharacters, config: FontConfig = {}): Promise<FaceSet> {
  const wanted = new Map<FontRole, Set<string>>();
  const missing = new Map<FontRole, string[]>();
  const undrawable = new Set<string>();
  for (const role of fontRoles) {
    const text = typeof characters === "string" ? characters : characters[role];
    if (text === undefined) continue;
    const { typeface } = await loadFace(role, config);
    const { supported, lacking } = sortOut(text, typeface);
    add(wanted, role, [" ", ...supported]);
    for (const character of lacking) {
      const lender = await lenderOf(character, role, config);
      if (lender === undefined) {
        undrawable.add(character);
        continue;
      }
      add(wanted, lender, [character]);
      missing.set(role, [...(missing.get(role) ?? []), character]);
    }
  }
  const faces: Face[] = [];
  for (const role of fontRoles) {
    const own = wanted.get(role);
    if (!own) continue;
    const { typeface, source, standIn } = await loadFace(role, config);
    const bytes = await typeface.cut([...own].join(""), { weight: weights[role], fit: standIn });
    faces.push({ role, family: faceFamilies[role], bytes, source, standIn, missing: missing.get(role) ?? [] });
  }
  return { faces, undrawable: sorted(undrawable) };
}

/** Divides visible characters, not control and format characters and white space, into those that the face has and lacks. */
function sortOut(text: string, typeface: Typeface): { supported: string[]; lacking: string[] } {
  const visible = [...new Set(text)].filter((character) => !/[\p{C}\p{Z}]/u.test(character) || isUnassigned(character));
  const has = (character: string): boolean => !isKangxiRadical(character) && typeface.has(character);
  return { supported: visible.filter(has), lacking: sorted(visible.filter((character) => !has(character))) };
}

/** Private and unassigned characters count as visible, so that a missing one is reported. */
function isUnassigned(character: string): boolean {
  return /[\p{Cn}\p{Co}\p{Cs}]/u.test(character);
}

function sorted(characters: Iterable<string>): string[] {
  return [...characters].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** The first fallback of the role that has the character. */
async function lenderOf(character: string, role: FontRole, config: FontConfig): Promise<FontRole | undefined> {
  if (isKangxiRadical(character)) return undefined;
  for (const candidate of fallbackRoles(role)) {
    if ((await loadFace(candidate, config)).typeface.has(character)) return candidate;
  }
  return undefined;
}

function isKangxiRadical(character: string): boolean {
  return character >= "\u2F00" && character <= "\u2FDF";
}

function add(map: Map<FontRole, Set<string>>, role: FontRole, characters: readonly string[]): void {
  const set = map.get(role) ?? new Set();
  for (const character of characters) set.add(character);
  map.set(role, set);
}
