/** Pictures of a Word file, to be stored as files of an issue. */

import { endingOf, formatOf } from "../../../base/picture/format.ts";
import type { WordDocument, WordPicture } from "../read/model.ts";
import type { RemarkPlace, Remarks } from "./remarks.ts";

export interface ImportedPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class Pictures {
  readonly #document: WordDocument;
  readonly #taken: Set<string>;
  readonly #remarks: Remarks;
  readonly #files = new Map<string, ImportedPicture>();

  /** `taken`: names that exist in the issue's folder. */
  constructor(document: WordDocument, taken: Iterable<string>, remarks: Remarks) {
    this.#document = document;
    this.#taken = new Set([...taken].map((name) => name.toLowerCase()));
    this.#remarks = remarks;
  }

  get files(): ImportedPicture[] {
    return [...this.#files.values()];
  }

  /** The file name of a picture; `undefined` after a remark on why it cannot be imported. */
  async add(picture: WordPicture, place: RemarkPlace): Promise<string | undefined> {
    const { part, alternative } = picture;
    if (part === undefined) return this.#refuse("图片是链接到别处的，文件里没有，没有带进来", place);
    const known = this.#files.get(part);
    if (known !== undefined) return known.name;
    const bytes = await this.#document.picture(part);
    if (bytes === undefined) return this.#refuse("图片在文件里找不到，没有带进来", place);
    const format = formatOf(Buffer.from(bytes));
    if (format?.kind === undefined)
      return this.#refuse(
        `图片${format === undefined ? "的格式程序不认识" : `是 ${format.name} 格式`}，网页和 PDF 不能用，没有带进来；请在 Word 里右键“另存为图片”，存成 PNG`,
        place,
      );
    if (alternative !== "" && !/^(?:图片|图像|Picture|Image|图)\s*\d*$/i.test(alternative))
      this.#remarks.add("图片的替代文字没有带入（在稿件里它会印成图题）", { ...place, words: alternative });
    const name = this.#free(endingOf(format.kind));
    this.#files.set(part, { name, bytes });
    return name;
  }

  #refuse(message: string, place: RemarkPlace): undefined {
    this.#remarks.add(message, place);
    return undefined;
  }

  #free(ending: string): string {
    const stem = (name: string): string => name.replace(/\.[^.]*$/, "");
    const stems = new Set([...this.#taken].map(stem));
    let at = 1;
    while (stems.has(`图${at}`)) at++;
    const name = `图${at}.${ending}`;
    this.#taken.add(name);
    return name;
  }
}
