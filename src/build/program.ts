/**
 * The program by content, so that nobody has to count up a version: all of it, or what one of its files runs. What a file runs follows
 * from its imports; packages and Node count to everything.
 */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../base/file/files-below.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { keyOf } from "./memo.ts";

/** `… from "./other.ts"`, `import("./other.ts")`; what is imported as a type alone is not run. */
const imports = /^(?:import|export)(?! type\b)[^;]*?\bfrom "(\.[^"]+)";|^import "(\.[^"]+)";|\bimport\("(\.[^"]+)"\)/gm;
/** `render("print.njk", …)`; `{% from "partials/print/rule.njk" import rule %}` in another template. */
const templates = /"([\w/-]+\.njk)"/g;
const templateFolder = "layouts/templates";

export class Program {
  readonly #folder: string;
  readonly #sources = new Map<string, Buffer>();
  #surroundings: string | undefined;

  /** `folder` holds `src`, `layouts`, `eleventy.config.ts` and `package-lock.json`. */
  constructor(folder: string = productFolder) {
    this.#folder = folder;
  }

  /** Of all its files, by name and content. */
  digest(): string {
    // Templates, styles and scripts of pages are a part of it.
    const below = ["layouts", "src"].flatMap((part) =>
      filesBelow(path.join(this.#folder, part)).map((file) => `${part}/${file}`),
    );
    return keyOf([this.#digestOf(["eleventy.config.ts", ...below]), this.#rest()]);
  }

  /** Of the files named, with everything that they import and the templates that they name. Paths below the product, with `/`. */
  digestOf(...entries: readonly string[]): string {
    return keyOf([this.#digestOf(this.closureOf(...entries)), this.#rest()]);
  }

  /** Sorted. @throws a file is not there. */
  closureOf(...entries: readonly string[]): string[] {
    const found = new Set(entries);
    for (const file of found) {
      const text = this.#read(file).toString();
      for (const [, ...names] of text.matchAll(imports))
        for (const name of names) if (name !== undefined) found.add(path.posix.join(path.posix.dirname(file), name));
      for (const [, name = ""] of text.matchAll(templates)) {
        const template = `${templateFolder}/${name}`;
        if (existsSync(path.join(this.#folder, template))) found.add(template);
      }
    }
    return [...found].sort();
  }

  #digestOf(files: readonly string[]): string {
    const hash = createHash("sha256");
    for (const file of files) {
      const bytes = this.#read(file);
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest("hex");
  }

  #read(file: string): Buffer {
    const bytes = this.#sources.get(file) ?? readFileSync(path.join(this.#folder, file));
    this.#sources.set(file, bytes);
    return bytes;
  }

  /** The packages that it runs on, exactly: name, version and checksum of each that the lock file pins. Compression and Unicode tables come with Node. */
  #rest(): string {
    return (this.#surroundings ??= keyOf([
      usedPackages(this.#folder),
      process.versions.node,
      process.versions.zlib,
      process.versions.unicode,
    ]));
  }
}

function usedPackages(product: string): unknown {
  const lock = JSON.parse(readFileSync(path.join(product, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { version?: string; integrity?: string; dev?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([name, { dev }]) => name !== "" && dev !== true)
    .map(([name, { version, integrity }]) => [name, version, integrity]);
}
