/** Published pictures by the bytes of their originals: each is made once and kept. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { keyOf } from "./cache/cache.ts";
import type { Cache } from "./cache/cache.ts";
import type { FileDigests } from "./cache/file-digests.ts";
import { packagesDigest, productDigest } from "./cache/product-digest.ts";
import { drawingOf } from "../base/picture/read-picture.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { develop, rasterSetting, UndecodablePicture } from "../output/picture/develop.ts";
import type { PictureMaker, PublishedWish } from "../output/picture/issue-pictures.ts";

/** The cache's folder. */
const kind = "pictures";
/** Pictures made at a time: each takes all cores for parts of its way, and up to some hundred megabytes. */
const atOnce = 2;

export class DevelopedPictures implements PictureMaker {
  readonly #cache: Cache;
  readonly #digests: FileDigests | undefined;
  readonly #making = new Map<string, Promise<Uint8Array>>();
  readonly #waiting: (() => void)[] = [];
  readonly #onMade: ((made: number, asked: number) => void) | undefined;
  #asked = 0;
  #made = 0;
  #running = 0;
  #version: string | undefined;

  /** Without `digests` every original is read to know it. `onMade`: how many of those asked for have been made so far. */
  constructor(cache: Cache, digests?: FileDigests, onMade?: (made: number, asked: number) => void) {
    this.#onMade = onMade;
    this.#cache = cache;
    this.#digests = digests;
  }

  /** The bytes as published; `file` is the original, absolute. @throws UndecodablePicture @throws EnvironmentError */
  of(file: string, wish: PublishedWish): Promise<Uint8Array> {
    const sha256 = this.#digests?.of(file) ?? createHash("sha256").update(readFileSync(file)).digest("hex");
    const key = keyOf([sha256, wish, rasterSetting, (this.#version ??= productVersion())]);
    const making = this.#making.get(key) ?? this.#kept(key, file, wish);
    this.#making.set(key, making);
    const forget = (): void => void this.#making.delete(key);
    making.then(forget, forget);
    return making;
  }

  async #kept(key: string, file: string, wish: PublishedWish): Promise<Uint8Array> {
    const kept = this.#cache.get(kind, key);
    if (kept !== undefined) return kept.body;
    const larger = "larger" in wish && wish.larger !== undefined ? await this.of(file, wish.larger) : undefined;
    await this.#turn();
    try {
      const bytes = larger ?? readFileSync(file);
      const made = wish.format === "svg" ? drawing(Buffer.from(bytes)) : await develop(bytes, wish);
      this.#cache.put(kind, key, {}, made);
      return made;
    } finally {
      this.#running--;
      this.#onMade?.(++this.#made, this.#asked);
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    this.#asked++;
    if (this.#running >= atOnce) await new Promise<void>((go) => this.#waiting.push(go));
    this.#running++;
  }
}

/** @throws UndecodablePicture */
function drawing(bytes: Buffer): Uint8Array {
  const clean = drawingOf(bytes);
  if (!("svg" in clean)) throw new UndecodablePicture(clean.says);
  return Buffer.from(clean.svg);
}

function productVersion(): string {
  return keyOf([
    productDigest(productFolder, ["src/base/picture/clean-svg.ts", "src/output/picture"]),
    packagesDigest(productFolder),
  ]);
}
