/** Runs the product's command line as an editor would, in a process of its own. */

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const product = path.resolve(import.meta.dirname, "../..");
/** The bulletin that tests begin with; what the office has in its own `content` and `data` is no matter of theirs. */
export const example = path.join(product, "tests/fixtures/example");

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function cli(...args: string[]): Promise<Outcome> {
  return cliIn({}, ...args);
}

/** With these variables in its environment besides. */
export function cliIn(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/start.mjs", ...args],
      { cwd: product, env: { ...process.env, ...environment }, maxBuffer: 64 * 1024 * 1024 },
      (fault, stdout, stderr) => {
        resolve({ code: fault === null ? 0 : typeof fault.code === "number" ? fault.code : -1, stdout, stderr });
      },
    );
  });
}

/** A throw-away copy of the example bulletin. */
export class Sandbox {
  readonly folder = mkdtempSync(path.join(tmpdir(), "jianbao-test-"));
  readonly root = path.join(this.folder, "root");
  readonly output = path.join(this.folder, "site");

  constructor() {
    for (const part of ["content", "data"])
      cpSync(path.join(example, part), path.join(this.root, part), { recursive: true });
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  write(file: string, content: string | Uint8Array): void {
    writeFileSync(this.path(file), content);
  }

  /** Replaces the one occurrence of `from`; anything else would make the test say nothing. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (text.split(from).length !== 2)
      throw new Error(`${file}: “${from}” stands there ${text.split(from).length - 1} times`);
    this.write(file, text.replace(from, to));
  }

  run(command: string, ...args: string[]): Promise<Outcome> {
    const output = command === "build" ? ["--output", this.output] : [];
    return cli(command, "--root", this.root, ...output, ...args);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
