/** Reads the structure tree, with the marked-content sequences of each element. */

import type { PDFDocument, PDFObject } from "@cantoo/pdf-lib";
import type { Element } from "../model/element.ts";
import { Dictionary, numberOf } from "./objects.ts";

export interface Structure {
  readonly elements: readonly Element[];
  /** `page` counts from 0. */
  readonly element: (page: number, markedContent: number) => Element | undefined;
}

export function readStructure(document: PDFDocument): Structure {
  const catalog = new Dictionary(document.catalog);
  const root = catalog.dictionary("StructTreeRoot");
  if (root === undefined) return { elements: [], element: () => undefined };
  const pages = new Map<object, number>(document.getPages().map((page, at) => [page.node, at]));
  const walk = new Walk(pages, root.dictionary("RoleMap"));
  for (const kid of root.list("K")) walk.kid(kid, undefined, undefined);
  const { elements, owners } = walk;
  return { elements, element: (page, markedContent) => owners.get(page)?.get(markedContent) };
}

class Walk {
  readonly elements: Element[] = [];
  readonly owners = new Map<number, Map<number, Element>>();
  readonly #pages: ReadonlyMap<object, number>;
  readonly #roleMap: Dictionary | undefined;
  readonly #seen = new Set<object>();

  constructor(pages: ReadonlyMap<object, number>, roleMap: Dictionary | undefined) {
    this.#pages = pages;
    this.#roleMap = roleMap;
  }

  /** Processes a child of `parent`: an element, a marked-content reference or a number, which refers to `page`. */
  kid(object: PDFObject, parent: Element | undefined, page: number | undefined): void {
    const number = numberOf(object);
    if (number !== undefined) return this.#own(page, number, parent);
    const dictionary = Dictionary.of(object);
    if (dictionary === undefined) return;
    const own = this.#page(dictionary) ?? page;
    if (dictionary.name("Type") === "MCR") return this.#own(own, dictionary.number("MCID"), parent);
    if (dictionary.name("Type") === "OBJR" || this.#seen.has(dictionary.identity)) return;
    this.#seen.add(dictionary.identity);
    const element: Element = {
      role: this.#standard(dictionary.name("S") ?? ""),
      parent,
      alt: dictionary.text("Alt"),
      scope: dictionary
        .list("A")
        .reduce<string | undefined>((scope, set) => scope ?? Dictionary.of(set)?.name("Scope"), undefined),
    };
    this.elements.push(element);
    for (const kid of dictionary.list("K")) this.kid(kid, element, own);
  }

  #own(page: number | undefined, markedContent: number | undefined, owner: Element | undefined): void {
    if (page === undefined || markedContent === undefined || owner === undefined) return;
    const owners = this.owners.get(page) ?? new Map<number, Element>();
    this.owners.set(page, owners.set(markedContent, owner));
  }

  #page(dictionary: Dictionary): number | undefined {
    const page = dictionary.dictionary("Pg");
    return page === undefined ? undefined : this.#pages.get(page.identity);
  }

  #standard(role: string): string {
    return this.#roleMap?.name(role) ?? role;
  }
}
