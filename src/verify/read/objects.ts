/** Tolerant access to PDF objects: a value of an unexpected type counts as absent. */

import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  decodePDFRawStream,
} from "@cantoo/pdf-lib";
import type { PDFContext, PDFObject } from "@cantoo/pdf-lib";

export class Dictionary {
  readonly #dict: PDFDict;

  constructor(dict: PDFDict) {
    this.#dict = dict;
  }

  static of(object: PDFObject | undefined): Dictionary | undefined {
    if (object instanceof PDFDict) return new Dictionary(object);
    return object instanceof PDFStream ? new Dictionary(object.dict) : undefined;
  }

  /** The same object for two references to one dictionary. */
  get identity(): object {
    return this.#dict;
  }

  get keys(): string[] {
    return this.#dict.keys().map((key) => key.decodeText());
  }

  has(key: string): boolean {
    return this.#dict.has(PDFName.of(key));
  }

  object(key: string): PDFObject | undefined {
    return this.#dict.lookup(PDFName.of(key));
  }

  dictionary(key: string): Dictionary | undefined {
    return Dictionary.of(this.object(key));
  }

  /** The elements of an array; a single value counts as an array of one. */
  list(key: string): PDFObject[] {
    return listOf(this.object(key), this.#dict.context);
  }

  name(key: string): string | undefined {
    return nameOf(this.object(key));
  }

  number(key: string): number | undefined {
    const value = this.object(key);
    return value instanceof PDFNumber ? value.asNumber() : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.object(key);
    return value instanceof PDFBool ? value.asBoolean() : undefined;
  }

  text(key: string): string | undefined {
    return textOf(this.object(key));
  }

  date(key: string): Date | undefined {
    const value = this.object(key);
    if (!(value instanceof PDFString) && !(value instanceof PDFHexString)) return undefined;
    try {
      return value.decodeDate();
    } catch {
      return undefined;
    }
  }

  bytes(key: string): Uint8Array | undefined {
    return bytesOf(this.object(key));
  }
}

export function listOf(object: PDFObject | undefined, context: PDFContext): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray().flatMap((item) => context.lookup(item) ?? []);
  return object === undefined ? [] : [object];
}

export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

export function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

/** The decoded content of a stream. */
export function bytesOf(object: PDFObject | undefined): Uint8Array | undefined {
  return object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : undefined;
}
