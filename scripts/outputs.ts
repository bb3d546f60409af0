/**
 * Stores all outputs of fixed inputs in a folder and compares two such folders byte for byte, to show that refactoring
 * changes nothing. `keep` accepts another checkout, so that two versions run on the same inputs.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeSyntheticArchive } from "../tests/support/synthetic-archive.ts";

const here = path.resolve(import.meta.dirname, "..");
const usage = `npm run outputs -- keep FOLDER [--product CHECKOUT] [--archive ISSUES]
npm run outputs -- compare FOLDER FOLDER`;

/** A folder with `content` and `data`, and the issues also written as Word, draft and explanation. */
interface Root {
  readonly name: string;
  readonly write: (folder: string) => void;
  /** All issues of an archive would take hours, so only its newest is used. */
  readonly newestOnly?: boolean;
}

function roots(archive: number): Root[] {
  const copyOf =
    (source: string) =>
    (folder: string): void => {
      for (const part of ["content", "data"])
        if (existsSync(path.join(source, part)))
          cpSync(path.join(source, part), path.join(folder, part), { recursive: true });
    };
  const fixtures = ["briefings", "counts", "print"].flatMap((kind) =>
    readdirSync(path.join(here, "tests/fixtures", kind)).map((name) => ({ kind, name })),
  );
  return [
    { name: "example", write: copyOf(here) },
    ...fixtures.map(({ kind, name }) => ({
      name: `${kind}-${name}`,
      write: copyOf(path.join(here, "tests/fixtures", kind, name)),
    })),
    ...(archive > 0
      ? [
          {
            name: `archive-${archive}`,
            write: (folder: string) => writeSyntheticArchive(folder, archive),
            newestOnly: true,
          },
        ]
      : []),
  ];
}

function store(into: string, product: string, archive: number): void {
  if (existsSync(into)) throw new Error(`${into} exists; its outputs would be mixed with these`);
  for (const root of roots(archive)) {
    // Always the same path, because commands print where they write.
    const work = path.join(tmpdir(), "jianbao-outputs");
    rmSync(work, { recursive: true, force: true });
    mkdirSync(path.join(work, "root"), { recursive: true });
    root.write(path.join(work, "root"));
    storeRoot(root, path.join(work, "root"), path.join(work, "outputs"), product);
    cpSync(path.join(work, "outputs"), path.join(into, root.name), { recursive: true });
    rmSync(work, { recursive: true, force: true });
    console.log(root.name);
  }
}

function storeRoot(root: Root, folder: string, into: string, product: string): void {
  mkdirSync(into, { recursive: true });
  const run = (name: string, args: readonly string[]): void => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(product, "scripts/start.mjs"), ...args, "--root", folder],
      { encoding: "utf8", env: { ...process.env, TZ: "Asia/Shanghai" }, maxBuffer: 1 << 28 },
    );
    const said = steady(`${stdout}\n--- ${status}\n${stderr}`);
    writeFileSync(path.join(into, `${name}.txt`), said);
  };
  run("check", ["check"]);
  run("check-json", ["check", "--format", "json"]);
  run("build", ["build", "--output", path.join(into, "site")]);
  const issues = issuesOf(folder);
  for (const issue of root.newestOnly ? issues.slice(-1) : issues) {
    run(`${issue}.explain`, ["explain", issue]);
    run(`${issue}.explain-json`, ["explain", issue, "--format", "json"]);
    const word = path.join(into, `${issue}.docx`);
    run(`${issue}.word`, ["word", issue, "--output", word]);
    unpack(word);
    run(`${issue}.proof`, ["proof", issue, "--output", path.join(into, `${issue}.proof.pdf`)]);
    run(`${issue}.verify`, ["verify", "--all", issue, "--output", path.join(into, "site")]);
  }
  cpSync(path.join(folder, "data"), path.join(into, "data"), { recursive: true });
}

/** 年-期 of each issue, oldest first. */
function issuesOf(folder: string): string[] {
  const content = path.join(folder, "content/issues");
  return readdirSync(content)
    .filter((name) => existsSync(path.join(content, name, "issue.yaml")))
    .sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
}

/** Unpacks a DOCX beside it, so that a difference is shown in its part. */
function unpack(file: string): void {
  if (existsSync(file)) execFileSync("unzip", ["-q", "-o", file, "-d", `${file}.parts`]);
}

/** Removes what varies: times, the order in which two tabs finish, and progress lines, shown only on a slow machine. */
const steady = (text: string): string =>
  text
    .replace(/^.*已打印 .*\n/gm, "")
    .replace(/[0-9.]+ ?(?:秒|分钟|MB|MiB)/g, "…")
    .replace(/(?:^第 \d+ 期：.*\n)+/gm, (lines) => lines.split("\n").sort().join("\n").trimStart() + "\n");

/** Lists the files that differ; returns how many. */
function compare(left: string, right: string): number {
  const filesOf = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();
  const all = [...new Set([...filesOf(left), ...filesOf(right)])];
  let different = 0;
  for (const file of all) {
    const [one, other] = [path.join(left, file), path.join(right, file)];
    const how = !existsSync(one)
      ? "added"
      : !existsSync(other)
        ? "gone"
        : readFileSync(one).equals(readFileSync(other))
          ? undefined
          : "changed";
    if (how === undefined) continue;
    different += 1;
    console.log(`${how.padEnd(8)}${file}`);
  }
  console.log(`${all.length} files, ${different} differ`);
  return different;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { product: { type: "string", default: here }, archive: { type: "string", default: "0" } },
});
const [command, first, second] = positionals;
if (command === "keep" && first !== undefined && second === undefined) {
  store(path.resolve(first), path.resolve(values.product), Number(values.archive));
} else if (command === "compare" && first !== undefined && second !== undefined) {
  process.exitCode = compare(path.resolve(first), path.resolve(second)) === 0 ? 0 : 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}
