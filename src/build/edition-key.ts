/** Under what name a printed issue is kept: a digest of everything that determines its PDF. */

import type { FileDigests } from "./cache/file-digests.ts";
import { keyOf } from "./cache/cache.ts";
import { packagesDigest, productDigest } from "./cache/product-digest.ts";
import type { Root } from "../read/load/root.ts";
import type { Bulletin } from "../model/bulletin.ts";
import { browserIdentity, fontRoles, placeOfFace } from "../output/pdf/index.ts";
import type { FontConfig } from "../output/pdf/index.ts";
import { productFolder } from "../base/file/product-folder.ts";
import type { BuiltIssue, IssueView } from "../document/issue-view.ts";

/** What is the same for all issues of a build. */
export interface EditionSetting {
  /** The browser and its version. */
  readonly browser: string;
  /** The font files of the five roles: what the office chose, digest of the bytes, face in the file. */
  readonly fonts: readonly unknown[];
  readonly options: Bulletin["print"];
  readonly keywords: readonly string[];
  /** The product's files that lay out, print and finish a PDF; the packages that these run on. */
  readonly product: string;
  readonly packages: string;
  readonly runtime: string;
}

/** Templates, styles, layout script, post-processor. What they are given is in the key itself. */
const printing = [
  "layouts/templates",
  "layouts/assets/print.css",
  "layouts/assets/chart.css",
  "src/output/web/eleventy",
  "src/output/pdf",
  "src/document/sheet.ts",
  "src/output/picture",
  "src/base/picture/clean-svg.ts",
  "src/base/picture/published-picture.ts",
  "src/build/print-issue.ts",
];

/** What determines fonts and pictures that are made for the site itself: tools, browser, the open display face. */
export async function siteMakingSetting(digests: FileDigests): Promise<unknown> {
  const { file } = await placeOfFace("xiaobiaosong", {});
  return {
    browser: await browserIdentity(process.env),
    font: digestOf(file, digests),
    product: productDigest(productFolder, ["src/output/pdf", "src/release/publish"]),
    packages: packagesDigest(productFolder),
    runtime: runtime(),
  };
}

/** Compression and Unicode tables come with Node. */
function runtime(): string {
  return [process.versions.node, process.versions.zlib, process.versions.unicode].join(" ");
}

export async function editionSetting(
  bulletin: Bulletin,
  fonts: FontConfig,
  digests: FileDigests,
): Promise<EditionSetting> {
  const places = await Promise.all(
    fontRoles.map(async (role) => {
      const { file, face } = await placeOfFace(role, fonts);
      return [role, fonts[role] ?? "stand-in", digestOf(file, digests), face];
    }),
  );
  return {
    browser: await browserIdentity(process.env),
    fonts: places,
    options: bulletin.print,
    keywords: bulletin.keywords,
    product: productDigest(productFolder, printing),
    packages: packagesDigest(productFolder),
    runtime: runtime(),
  };
}

type ViewKey = (view: IssueView) => string | undefined;

/** The names of the issues of one build, each made up once. */
export class EditionKeys {
  /** Digest of the `EditionSetting`. */
  readonly #setting: string;
  readonly #root: Root;
  readonly #digests: FileDigests;
  readonly #viewKey: ViewKey;
  readonly #known = new WeakMap<BuiltIssue, string>();

  /** `viewKey` may know the digests of views. */
  static async open(
    bulletin: Bulletin,
    fonts: FontConfig,
    root: Root,
    digests: FileDigests,
    viewKey: ViewKey = () => undefined,
  ): Promise<EditionKeys> {
    return new EditionKeys(keyOf(await editionSetting(bulletin, fonts, digests)), root, digests, viewKey);
  }

  private constructor(setting: string, root: Root, digests: FileDigests, viewKey: ViewKey) {
    this.#setting = setting;
    this.#root = root;
    this.#digests = digests;
    this.#viewKey = viewKey;
  }

  of(built: BuiltIssue): string {
    const key =
      this.#known.get(built) ??
      editionKey(
        this.#viewKey(built.view) ?? keyOf(built.view),
        picturesOf(built, this.#root, this.#digests),
        this.#setting,
      );
    this.#known.set(built, key);
    return key;
  }
}

/** `pictures`: their names in the issue, each with the digest of its bytes. */
export function editionKey(
  /** Digest of the view. */
  view: string,
  pictures: readonly (readonly [name: string, sha256: string])[],
  /** Digest of the `EditionSetting`. */
  setting: string,
): string {
  return keyOf({ view, pictures, setting });
}

export function picturesOf(
  { issue, pictures }: BuiltIssue,
  root: Root,
  digests: FileDigests,
): (readonly [string, string])[] {
  return pictures.map(({ source }) => [source, digestOf(root.absolute(`${issue.folder}/${source}`), digests)]);
}

/** A file that cannot be read is told of by what needs it. */
function digestOf(file: string, digests: FileDigests): string {
  try {
    return digests.of(file);
  } catch {
    return "unreadable";
  }
}
