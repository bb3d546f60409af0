/** A publication that is killed at any moment: after the next command, site and record say the same. */

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftJson, readDraft } from "../../src/record/draft.ts";
import type { EditionDraft } from "../../src/record/draft.ts";
import { cli, product, Sandbox } from "../support/cli.ts";
import { Random } from "../support/random.ts";
import { changed, draft, pdf, read } from "../unit/record/issue.ts";

/** `KILLS=30 npx vitest run --project site tests/site/record-crash.test.ts` tries as often as the project promises. */
const kills = Number(process.env["KILLS"] ?? 3);
const edition = "issues/2020/15/edition.json";
const record = "data/published/2020-15.yaml";
const journal = "data/published/.publishing.json";
const sandbox = new Sandbox();
const site = path.join(sandbox.folder, "built");
const to = path.join(sandbox.folder, "www");
const args = ["publish", "--root", sandbox.root, "--from", site, "--to", to, "--keep", "1"];

/** The next edition as a build would leave it, as far as publishing cares; with other files, so that copying takes a while. */
function writeSite(made: EditionDraft): void {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(path.join(site, "issues/2020/15"), { recursive: true });
  writeFileSync(path.join(site, ".jianbao"), "");
  writeFileSync(path.join(site, "addresses.txt"), "index.html\n");
  for (let at = 0; at < 150; at++) writeFileSync(path.join(site, `${at}.html`), `${made.edition} ${at}`);
  writeFileSync(path.join(site, "index.html"), String(made.edition));
  writeFileSync(path.join(site, edition), draftJson(made));
  for (let old = 1; old < made.edition; old++) {
    mkdirSync(path.join(site, `issues/2020/15/editions/${old}`), { recursive: true });
    writeFileSync(path.join(site, `issues/2020/15/editions/${old}/2020-15-v${old}.pdf`), String(old));
  }
}

/** A letter's worth of digits for each edition. */
const printing = (number: number): EditionDraft["printing"] => ({
  ...pdf("0"),
  sha256: String(number).padStart(64, "0"),
});

function draftOf(number: number): EditionDraft {
  if (number === 1) return draft({ printing: printing(1) });
  return draft({
    edition: number,
    basis: read(sandbox.read(record)).seal,
    corrections: [{ date: "2020-11-10", what: `第 ${number} 次。`, why: "漏计。", withheld: false }],
    printing: printing(number),
    text: changed("56", String(56 + number)),
  });
}

/** The edition that readers see, and the one on record; 0 for none. */
function shown(): number {
  const file = path.join(to, edition);
  return existsSync(file) ? (readDraft(readFileSync(file, "utf8"))?.edition ?? -1) : 0;
}
function recorded(): number {
  if (!existsSync(sandbox.path(record))) return 0;
  const [latest] = read(sandbox.read(record)).editions;
  expect(latest?.printings.at(-1)?.sha256).toBe(printing(latest?.number ?? 0).sha256);
  return latest?.number ?? -1;
}

interface Killed {
  readonly running: boolean;
  /** Milliseconds from the journal to the end. */
  readonly tail: number;
}

/** Publishes, and kills so many milliseconds after the start, or after the journal was there. */
function killAfter(milliseconds: number, from: "start" | "journal"): Promise<Killed> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], { cwd: product, stdio: "ignore" });
  let seen = 0;
  const kill = (): void => void setTimeout(() => child.kill("SIGKILL"), milliseconds);
  if (from === "start") kill();
  const watch = setInterval(() => {
    if (seen > 0 || !existsSync(sandbox.path(journal))) return;
    seen = performance.now();
    if (from === "journal") kill();
  }, 1);
  return new Promise((resolve) =>
    child.once("exit", (_, signal) => {
      clearInterval(watch);
      resolve({ running: signal === "SIGKILL", tail: seen === 0 ? 0 : performance.now() - seen });
    }),
  );
}

let whole = 0;
let tail = 0;
beforeAll(async () => {
  const started = performance.now();
  writeSite(draftOf(1));
  tail = (await killAfter(60_000, "start")).tail;
  whole = performance.now() - started;
  expect([shown(), recorded()]).toEqual([1, 1]);
});
afterAll(() => sandbox.dispose());

test(
  `${kills} kills: site and record agree after the next command, whichever it is`,
  async () => {
    const random = new Random(Number(process.env["SEED"] ?? 7));
    const commands = [
      ["check", "--root", sandbox.root],
      ["verify", "--root", sandbox.root, path.join(product, "tests/fixtures/none.pdf")],
      args,
    ];
    let killed = 0;
    let split = 0;
    for (let round = 0; round < kills; round++) {
      const next = recorded() + 1;
      writeSite(draftOf(next));
      const late = round % 3 !== 0;
      const moment = random.below(1000) / 1000;
      const { running } = await killAfter(late ? moment * tail : moment * whole, late ? "journal" : "start");
      if (running) killed++;
      if (shown() !== recorded()) split++;
      await cli(...(commands[round % commands.length] ?? []));
      expect(recorded(), `after ${round}`).toBe(shown());
      expect([next - 1, next]).toContain(shown());
      expect(existsSync(sandbox.path(journal))).toBe(false);
      const { code, stderr } = await cli(...args);
      expect([code, stderr]).toEqual([0, ""]);
      expect([shown(), recorded()]).toEqual([next, next]);
      const left = readdirSync(sandbox.path("data/published"));
      expect(left.filter((name) => !/^2020-15(\.yaml)?$/.test(name))).toEqual([]);
    }
    if (process.env["KILLS"] !== undefined)
      process.stdout.write(`${killed} of ${kills} killed while running, ${split} with site and record apart\n`);
    expect(killed).toBeGreaterThan(0);
  },
  100_000 * kills,
);
