/** Meaning of the preview's addresses. */

export type PageKind =
  | { readonly kind: "home" }
  | { readonly kind: "issue"; readonly year: number; readonly number: number }
  | { readonly kind: "print"; readonly year: number; readonly number: number }
  /** The frame that shows the PDF and updates it. */
  | { readonly kind: "pdf-frame"; readonly year: number; readonly number: number }
  | { readonly kind: "pdf"; readonly year: number; readonly number: number }
  /** A picture of an issue. */
  | { readonly kind: "picture"; readonly year: number; readonly number: number; readonly file: string }
  /** A file of the product: style sheets, scripts, fonts. */
  | { readonly kind: "asset"; readonly file: string }
  /** The preview's own script and style. */
  | { readonly kind: "own"; readonly file: string }
  | { readonly kind: "events" }
  /** Any other page of the site: archive, units, statistics, search. */
  | { readonly kind: "site"; readonly path: string };

/** `pathname` of a request, not decoded. `undefined` for one that is malformed or leaves the site. */
export function pageKind(pathname: string): PageKind | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith("/") || path.includes("\0") || path.includes("\\") || path.split("/").includes(".."))
    return undefined;
  if (path === "/" || path === "/index.html") return { kind: "home" };
  if (path === "/__dev/events") return { kind: "events" };
  const own = /^\/__dev\/([\w-]+\.(?:js|css))$/.exec(path)?.[1];
  if (own !== undefined) return { kind: "own", file: own };
  const asset = /^\/assets\/(.+)$/.exec(path)?.[1];
  if (asset !== undefined) return { kind: "asset", file: asset };
  const issue = /^\/issues\/(\d{4})\/(\d+)\/(.*)$/.exec(path);
  if (issue !== null) {
    const [year, number, rest] = [Number(issue[1]), Number(issue[2]), issue[3] ?? ""];
    if (rest === "" || rest === "index.html") return { kind: "issue", year, number };
    if (rest === "print.html") return { kind: "print", year, number };
    if (rest === "pdf.html") return { kind: "pdf-frame", year, number };
    if (rest === `${year}-${number}.pdf`) return { kind: "pdf", year, number };
    if (rest === "figures/" || rest === "figures/index.html")
      return { kind: "site", path: `issues/${year}/${number}/figures/index.html` };
    const edition = /^editions\/(\d+)\/(?:index\.html)?$/.exec(rest)?.[1];
    if (edition !== undefined) return { kind: "site", path: `issues/${year}/${number}/editions/${edition}/index.html` };
    return { kind: "picture", year, number, file: rest };
  }
  return { kind: "site", path: path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1) };
}
