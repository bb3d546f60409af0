/** Prints the page of an issue to an archive PDF. (印成一版) */

import { createHash } from "node:crypto";
import { toArchivePdf } from "./archive.ts";
import { faceAssets, faceCss } from "./face-css.ts";
import { subsetFaces } from "./faces.ts";
import type { Face, FaceCharacters, FontConfig } from "./font-role.ts";
import { pageLayout, TooHigh, TooWide } from "./layout/index.ts";
import type { LayoutSettings, PagePlan } from "./layout/index.ts";
import type { PdfMetadata } from "./pdf-metadata.ts";
import { PrintError } from "./print-job.ts";
import type { Printer } from "./printer.ts";

/** Plain data, which can be sent to another thread. */
export interface EditionJob {
  /** The name of the issue in errors, e.g. `2020-15`. */
  readonly name: string;
  /** The print page, with relative links to its assets. */
  readonly html: string;
  /** All that it shows, by the face that draws it. */
  readonly characters: FaceCharacters;
  /** Relative path with `/` → bytes, or the absolute path of a file. `assets/print-fonts.css` and its fonts are added. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly fonts: FontConfig;
  readonly layout: LayoutSettings;
  readonly metadata: PdfMetadata;
}

export interface PrintedEdition {
  readonly pdf: Uint8Array;
  /** SHA-256 of the PDF in hexadecimal digits. */
  readonly sha256: string;
  readonly plan: PagePlan;
  readonly faces: readonly Pick<Face, "role" | "source" | "standIn">[];
}

/** Nothing was printed, because no face has these characters, in code point order. */
export interface UndrawableText {
  readonly undrawable: readonly string[];
}

/** The error for content that does not fit on a page; other errors are returned unchanged. */
function unfit(name: string, fault: unknown): unknown {
  if (!(fault instanceof TooHigh || fault instanceof TooWide)) return fault;
  const words = fault.words.replace(/\s+/g, " ").trim();
  const beginning = words.slice(0, 24);
  const excerpt = `“${words.length > 24 ? `${beginning}…` : words}”`;
  return fault instanceof TooHigh
    ? new PrintError(name, `${excerpt}太高，一页放不下`, {
        cause: fault,
        words: beginning,
        hint: "请缩短，或者分成几处。",
      })
    : new PrintError(name, `表${excerpt}太宽，最小的字也放不下`, {
        cause: fault,
        words: beginning,
        hint: "请减少栏数、分成两张表，或者写一行“单位: …”，让量词不印在每一栏里。",
      });
}

/** `onLaidOut` is called when only the browser still has work to do. @throws PrintError @throws ArchiveError @throws FontError @throws EnvironmentError */
export async function printEdition(
  { name, html, characters, files, fonts, layout, metadata }: EditionJob,
  printer: Pick<Printer, "print">,
  onLaidOut?: () => void,
): Promise<PrintedEdition | UndrawableText> {
  const { faces, undrawable } = await subsetFaces(characters, fonts);
  if (undrawable.length > 0) return { undrawable };
  const assets = new Map<string, Uint8Array | string>([
    ...files,
    ["assets/print-fonts.css", Buffer.from(faceCss(faces))],
    ...faceAssets(faces, "assets/fonts/"),
  ]);
  const layOut = pageLayout(layout);
  const printed = await printer.print({
    name,
    html,
    assets,
    layout: async (run) => {
      const plan = await layOut(run).catch((fault: unknown) => {
        throw unfit(name, fault);
      });
      onLaidOut?.();
      return plan;
    },
  });
  const { pdf, pages } = await toArchivePdf(printed.raw, metadata);
  const plan = printed.layout as PagePlan;
  if (plan.pages !== pages)
    throw new PrintError(name, `排版时算出 ${plan.pages} 页，印出来是 ${pages} 页，版记和页码的位置就不可靠了`);
  return {
    pdf,
    sha256: createHash("sha256").update(pdf).digest("hex"),
    plan,
    faces: faces.map(({ role, source, standIn }) => ({ role, source, standIn })),
  };
}
