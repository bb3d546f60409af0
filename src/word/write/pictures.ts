/** Pictures in a Word file: at most 134 mm wide and twelve lines high, as in print. */

import { ImageRun, Paragraph } from "docx";
import { imageSize } from "./image-size.ts";
import type { Geometry } from "./geometry.ts";

const widest = 134;
const highest = 12;
/** Word's pixels. */
const perMillimetre = 96 / 25.4;

export class PictureMaker {
  readonly #read: (source: string) => Uint8Array | undefined;
  readonly #pitch: number;
  #count = 0;
  /** Addresses of pictures that Word cannot show. */
  readonly missing: string[] = [];

  constructor(read: (source: string) => Uint8Array | undefined, { pitch }: Geometry) {
    this.#read = read;
    this.#pitch = pitch;
  }

  paragraph(sources: readonly string[]): Paragraph {
    return new Paragraph({
      style: "picture",
      // The exact line distance of text would cut a picture off.
      spacing: { line: 240, lineRule: "auto", before: 120 },
      children: sources.flatMap((source) => this.#run(source) ?? []),
    });
  }

  #run(source: string): ImageRun | undefined {
    const data = this.#read(source);
    const size = data === undefined ? undefined : imageSize(data);
    if (data === undefined || size === undefined) {
      this.missing.push(source);
      return undefined;
    }
    const most = { width: widest * perMillimetre, height: (highest * this.#pitch * 96) / 1440 };
    const scale = Math.min(1, most.width / size.width, most.height / size.height);
    const name = `图${++this.#count}`;
    return new ImageRun({
      type: size.type,
      data,
      transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
      altText: { name, title: name, description: "" },
    });
  }
}
