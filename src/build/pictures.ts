/** Published pictures by the bytes of their originals: each is made once. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { keyOf, memoOf } from "./memo.ts";
import type { Memo } from "./memo.ts";
import type { FileDigests } from "./file-digests.ts";
import { Program } from "./program.ts";
import { develop } from "../output/picture/develop.ts";
import type { PictureMaker, PublishedWish } from "../output/picture/issue-pictures.ts";

/** What makes them. */
const maker = "src/output/picture/develop.ts";
/** Pictures made at a time: each takes all cores for parts of its way, and up to some hundred megabytes. */
const atOnce = 2;

export class DevelopedPictures implements PictureMaker {
  readonly #memo: Memo;
  readonly #digests: FileDigests | undefined;
  readonly #making = new Map<string, Promise<Uint8Array>>();
  readonly #waiting: (() => void)[] = [];
  readonly #onMade: ((made: number, asked: number) => void) | undefined;
  #asked = 0;
  #made = 0;
  #running = 0;
  #version: string | undefined;

  /** Without `digests` every original is read to know it. `onMade`: how many of those asked for have been made so far. */
  constructor(memo: Memo, digests?: FileDigests, onMade?: (made: number, asked: number) => void) {
    this.#onMade = onMade;
    this.#memo = memo;
    this.#digests = digests;
  }

  /** Remembered with what else there is of a root. */
  static of(root: string): DevelopedPictures {
    return new DevelopedPictures(memoOf(root));
  }

  /** The bytes as published; `file` is the original, absolute. @throws UndecodablePicture @throws EnvironmentError */
  of(file: string, wish: PublishedWish): Promise<Uint8Array> {
    const sha256 = this.#digests?.of(file) ?? createHash("sha256").update(readFileSync(file)).digest("hex");
    const inputs = [sha256, wish, (this.#version ??= new Program().digestOf(maker))];
    const key = keyOf(inputs);
    const making = this.#making.get(key) ?? this.#memo.bytes("pictures", inputs, () => this.#make(file, wish));
    this.#making.set(key, making);
    const forget = (): void => void this.#making.delete(key);
    making.then(forget, forget);
    return making;
  }

  async #make(file: string, wish: PublishedWish): Promise<Uint8Array> {
    const larger = "larger" in wish && wish.larger !== undefined ? await this.of(file, wish.larger) : undefined;
    await this.#turn();
    try {
      return await develop(larger ?? readFileSync(file), wish);
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
