/** Pictures in a Word file: at most 134 mm wide and twelve lines high, as in print. */

import { ImageRun, Paragraph } from "docx";
import type { ParagraphChild } from "docx";
import { printedPicture } from "../../base/picture/published-picture.ts";
import type { Geometry } from "./geometry.ts";

/** Word's pixels. */
const perMillimetre = 96 / 25.4;

/** Upright, with nothing in the file but the picture. */
export interface WordPicture {
  readonly format: "jpeg" | "png";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export class PictureMaker {
  readonly #read: (source: string) => WordPicture | undefined;
  readonly #pitch: number;
  #count = 0;
  /** Addresses of pictures that Word cannot show. */
  readonly missing: string[] = [];

  constructor(read: (source: string) => WordPicture | undefined, { pitch }: Geometry) {
    this.#read = read;
    this.#pitch = pitch;
  }

  /** `mark` puts the hidden mark around what is shown. */
  paragraph(
    sources: readonly string[],
    mark: (runs: readonly ParagraphChild[], shown: readonly Uint8Array[]) => ParagraphChild[],
  ): Paragraph {
    const shown = sources.flatMap((source) => this.#shown(source) ?? []);
    const runs = shown.map((picture) => this.#run(picture));
    return new Paragraph({
      style: "picture",
      // The exact line distance of text would cut a picture off.
      spacing: { line: 240, lineRule: "auto", before: 120 },
      children: mark(
        runs,
        shown.map(({ bytes }) => bytes),
      ),
    });
  }

  #shown(source: string): WordPicture | undefined {
    const picture = this.#read(source);
    if (picture === undefined) this.missing.push(source);
    return picture;
  }

  #run(picture: WordPicture): ImageRun {
    const most = {
      width: printedPicture.width * perMillimetre,
      height: (printedPicture.lines * this.#pitch * 96) / 1440,
    };
    const scale = Math.min(1, most.width / picture.width, most.height / picture.height);
    const name = `图${++this.#count}`;
    return new ImageRun({
      type: picture.format === "png" ? "png" : "jpg",
      data: picture.bytes,
      transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
      altText: { name, title: name, description: "" },
    });
  }
}
