import path from "node:path";
import { error } from "../../base/problem/problem.ts";
import type { Bulletin } from "../../model/bulletin.ts";
import type { Registry } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { readBulletin } from "../schema/read-bulletin.ts";
import { readRegistry } from "../schema/read-registry.ts";
import { readVocabulary } from "../schema/read-vocabulary.ts";
import type { Reading } from "../schema/reading.ts";
import { failed, readParsed } from "../schema/reading.ts";
import { parseYaml } from "../source/yaml.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import type { Root } from "./root.ts";

export const bulletinFile = "data/bulletin.yaml";
const vocabularyFile = "data/tallies.yaml";

const howToBegin = "新单位运行 npm run new -- bulletin，就有一份可以照着填的；步骤见 docs/new-office.md。";

/** Loads `data/`: the facts of the bulletin and what it counts. Parts with errors are `undefined`. */
export function loadData(root: Root): { bulletin: Bulletin | undefined; vocabulary: Vocabulary | undefined } {
  const bulletin = readFile(root, bulletinFile, readBulletin, `刊物的报头、编发单位等写在这个文件里。${howToBegin}`);
  if (bulletin !== undefined) checkFontFiles(root, bulletin);
  const vocabulary = readFile(
    root,
    vocabularyFile,
    (yaml) => readVocabularyAndRegistries(root, yaml),
    `统计的指标和分组写在这个文件里。${howToBegin}`,
  );
  return { bulletin, vocabulary };
}

/** Font files must be below the root, also after following links; their contents are checked when printing. */
function checkFontFiles(root: Root, { fonts }: Bulletin): void {
  for (const [role, choice] of Object.entries(fonts)) {
    const { file, place } = choice;
    if (file === undefined) continue;
    const out = path.isAbsolute(file) || file.split(/[\\/]/).includes("..");
    if (!out && (!root.exists(file) || root.isInside(file))) continue;
    root.problems.push(
      error(
        "outside-root",
        place,
        `“${role}”的字体文件 ${file} 不在根文件夹里`,
        "请把字体文件本身放进来（如 fonts 文件夹），写从根文件夹算起的路径；本机已装的字体写“字体名”。",
      ),
    );
  }
}

/** Reads the vocabulary with all registries whose names are readable, to report as many problems as possible. */
function readVocabularyAndRegistries(root: Root, yaml: LocatedYaml): Reading<Vocabulary> {
  const registries = new Map<string, Registry>();
  let complete = true;
  for (const { key } of yaml.entries(["分组"])) {
    const line = yaml.entries(["分组", key]).find((entry) => entry.key === "登记");
    const name = line?.text;
    // A number is not a file name; the schema reports it.
    if (line === undefined || name === undefined || registries.has(name) || !/\D/.test(name)) continue;
    if (/[\\/]|\.\./.test(name)) {
      root.problems.push(
        error("file-name", line.valuePlace, `登记表“${name}”应当直接放在 data 文件夹里`, "只写文件名，如 units.yaml。"),
      );
      complete = false;
      continue;
    }
    if (!root.exists(`data/${name}`)) {
      root.problems.push(
        error(
          "missing-file",
          line.valuePlace,
          `没有登记表 data/${name}`,
          "请补上这个文件（一行一个名称，如“- 东湖区”），或改正文件名。",
        ),
      );
      complete = false;
      continue;
    }
    const registry = readFile(root, `data/${name}`, readRegistry);
    if (registry === undefined) complete = false;
    else registries.set(name, registry);
  }
  const { value, problems } = readVocabulary(yaml, registries);
  return complete ? { value, problems } : failed(problems);
}

/** Reads a YAML file, adding the problems of its form and content to the root's. */
export function readFile<T>(
  root: Root,
  file: string,
  read: (yaml: LocatedYaml) => Reading<T>,
  missing?: string,
): T | undefined {
  const source = root.read(file, missing);
  return source === undefined ? undefined : take(root, readParsed(parseYaml(source), read));
}

/** Parses a YAML file without a schema, adding the problems to the root's. */
export function readYaml(root: Root, file: string): LocatedYaml | undefined {
  const source = root.read(file);
  if (source === undefined) return undefined;
  const { yaml, problems } = parseYaml(source);
  root.problems.push(...problems);
  return yaml;
}

/** The value of a reading, whose problems are added to the root's. */
export function take<T>(root: Root, reading: Reading<T>): T | undefined {
  root.problems.push(...reading.problems);
  return reading.value;
}
