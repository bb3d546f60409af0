/** Elements of the structure tree of a tagged PDF (ISO 32000-1 14.7), with roles and parents. */

export interface Element {
  /** Standard role after the role map: `H1`, `P`, `TH` … */
  readonly role: string;
  readonly parent: Element | undefined;
  readonly alt: string | undefined;
  /** `Row` or `Column` of a head cell. */
  readonly scope: string | undefined;
}

/** Elements that contain lines directly. */
const blocks = new Set(["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TD", "TH", "Caption", "TOCI", "Figure"]);

/** The element itself or its nearest ancestor that `accepts`. */
export function nearest(element: Element | undefined, accepts: (element: Element) => boolean): Element | undefined {
  for (let at = element; at !== undefined; at = at.parent) if (accepts(at)) return at;
  return undefined;
}

/** The paragraph, heading, list item or cell of an element. */
export function blockOf(element: Element | undefined): Element | undefined {
  return nearest(element, ({ role }) => blocks.has(role));
}

export function isWithin(element: Element | undefined, role: string): boolean {
  return nearest(element, (at) => at.role === role) !== undefined;
}
