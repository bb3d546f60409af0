/** The pictures of the site. */

import type { PublishedPictureFile, PictureContext } from "../../output/picture/issue-pictures.ts";
import { publishedFiles } from "../../output/picture/issue-pictures.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import type { OutputFolder } from "./output-folder.ts";

/** Writes the issues' pictures into a site one after another, while other issues are still being printed. */
export class SitePictures {
  readonly #context: PictureContext;
  readonly #target: OutputFolder;
  #writing: Promise<void> = Promise.resolve();

  constructor(context: PictureContext, target: OutputFolder) {
    this.#context = context;
    this.#target = target;
  }

  write(built: Pick<BuiltIssue, "issue" | "view" | "pictures">): void {
    const { root, bulletin, pictures } = this.#context;
    const files = publishedFiles(built, bulletin);
    if (files.length === 0) return;
    this.#writing = this.#writing.then(async () => {
      const write = async ({ source, file, wish }: PublishedPictureFile): Promise<void> => {
        const original = root.absolute(`${built.issue.folder}/${source}`);
        this.#target.write(built.view.path + file, await pictures.of(original, wish));
      };
      await Promise.all(files.map(write));
    });
    // The error is reported by `finish`.
    this.#writing.catch(() => undefined);
  }

  /** @throws the first error of making or writing a picture */
  finish(): Promise<void> {
    return this.#writing;
  }
}
