import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fontRoles } from "../../../model/bulletin.ts";
import type { FontRole } from "../../../model/bulletin.ts";
import type { FontChoice, FontConfig } from "../font-role.ts";
import { FontError } from "./font-error.ts";
import { findFamily, type FontPlace } from "./installed-family.ts";
import { standIn } from "./stand-ins.ts";
import { Typeface, type Obstacle } from "./typeface.ts";
import { packagedFont } from "./unpacked-font.ts";

/** The whole face of a role. */
interface LoadedFace {
  readonly typeface: Typeface;
  /** In Chinese, for the report. */
  readonly source: string;
  readonly standIn: boolean;
}

/** Whole fonts remain in memory, 90 MB and more, until the thread ends, because reading one takes ten times as long as subsetting it. */
const loaded = new Map<string, Promise<LoadedFace>>();

/** The face configured for a role, else its stand-in. @throws FontError when the configured font cannot be found, read or embedded. */
export async function loadFace(role: FontRole, config: FontConfig): Promise<LoadedFace> {
  const choice = config[role];
  const key = JSON.stringify([role, choice, choice && "file" in choice ? await stamp(choice.file) : 0]);
  let face = loaded.get(key);
  if (!face) {
    face = choice ? loadChoice(role, choice) : loadStandIn(role);
    loaded.set(key, face);
    // The preview runs on, and a failed font may be replaced meanwhile.
    face.catch(() => loaded.delete(key));
  }
  return face;
}

/** Starts loading the faces of all roles. Errors are thrown by `loadFace`. */
export function warmFaces(config: FontConfig): void {
  for (const role of fontRoles) loadFace(role, config).catch(() => undefined);
}

async function stamp(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

async function loadStandIn(role: FontRole): Promise<LoadedFace> {
  const { name, file } = standIn(role);
  return {
    typeface: new Typeface(await packagedFont(file, process.env)),
    source: `${name}（随附代用字体）`,
    standIn: true,
  };
}

/** The file of the face of a role, without reading it. @throws FontError when an installed font cannot be found. */
export async function placeOfFace(role: FontRole, config: FontConfig): Promise<FontPlace> {
  const choice = config[role];
  if (choice === undefined) return { file: standIn(role).file, face: 0 };
  return "file" in choice ? { file: choice.file, face: 0 } : installed(role, choice.family);
}

async function loadChoice(role: FontRole, choice: FontChoice): Promise<LoadedFace> {
  const place = "file" in choice ? { file: choice.file, face: 0 } : await installed(role, choice.family);
  const typeface = await readTypeface(role, place);
  const obstacle = typeface.obstacle;
  if (obstacle !== undefined)
    throw new FontError(role, `“${typeface.title}”${obstacles[obstacle]}`, obstacleHints[obstacle]);
  const origin = "file" in choice ? `字体文件 ${basename(choice.file)}` : "本机已安装";
  return { typeface, source: `${typeface.title}（${origin}）`, standIn: false };
}

async function installed(role: FontRole, family: string): Promise<FontPlace> {
  const place = await findFamily(family, process.env);
  if (place) return place;
  throw new FontError(
    role,
    `本机没有安装“${family}”`,
    "请检查字体名称，或改为填写字体文件的位置，或删去该项改用随附的代用字体。",
  );
}

async function readTypeface(role: FontRole, { file, face }: FontPlace): Promise<Typeface> {
  try {
    return new Typeface(await readFile(file), face);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const reason = missing ? `找不到字体文件 ${file}` : `字体文件 ${file} 无法读取`;
    throw new FontError(role, reason, "请填写 TrueType 字体文件（.ttf 或 .ttc）的位置。", { cause });
  }
}

const obstacles: Readonly<Record<Obstacle, string>> = {
  "postscript-outlines": "是 PostScript（CFF）轮廓，印成 PDF 会变成 Type 3 字体，不合归档要求",
  "no-embedding": "的版权信息不允许嵌入 PDF",
};

const obstacleHints: Readonly<Record<Obstacle, string>> = {
  "postscript-outlines": "请改用同一字体的 TrueType 版本（.ttf），或删去该项改用随附的代用字体。",
  "no-embedding": "请改用允许嵌入的字体，或删去该项改用随附的代用字体。",
};
