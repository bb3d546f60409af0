/** One kind of bad input: how it is made in an issue's folder, and what the editor is told of it. */

import { closeSync, cpSync, ftruncateSync, openSync, rmSync } from "node:fs";
import type { Sandbox } from "../../support/cli.ts";

export interface Mistake {
  readonly what: string;
  readonly make: (folder: IssueFolder) => void;
  /** `file:line:column 错误：… [code]`, everything that is told, the file as seen from the issue's folder. */
  readonly told: readonly string[];
  /** 改法 of the first. */
  readonly advice: string;
}

/** An issue of a sandbox, made of the example. */
export class IssueFolder {
  readonly number: number;
  readonly path: string;
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox, number: number) {
    this.#sandbox = sandbox;
    this.number = number;
    this.path = `content/issues/2020-${number}`;
    if (number === 15) return;
    cpSync(sandbox.path("content/issues/2020-15"), sandbox.path(this.path), { recursive: true });
    this.write("issue.yaml", `期号: ${number}\n日期: 2020-11-08\n`);
  }

  read(file: string): string {
    return this.#sandbox.read(`${this.path}/${file}`);
  }

  write(file: string, content: string | Uint8Array): void {
    this.#sandbox.write(`${this.path}/${file}`, content);
  }

  edit(file: string, from: string, to: string): void {
    this.#sandbox.edit(`${this.path}/${file}`, from, to);
  }

  remove(file: string): void {
    rmSync(this.#sandbox.path(`${this.path}/${file}`));
  }

  /** A file of so many megabytes that begins like a PNG; no disk is filled. */
  enlarge(file: string, megabytes: number): void {
    this.write(file, Buffer.from("89504e47", "hex"));
    const handle = openSync(this.#sandbox.path(`${this.path}/${file}`), "r+");
    ftruncateSync(handle, megabytes * 1024 * 1024);
    closeSync(handle);
  }
}
