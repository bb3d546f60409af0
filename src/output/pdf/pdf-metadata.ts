/** The metadata of the PDF. (文件元数据) */
export interface PdfMetadata {
  /** E.g. `工作简报 第15期`. */
  readonly title: string;
  /** The issuing body. (编发单位) */
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The date of the issue, `2020-11-08`; creation and modification are dated at its midnight, +08:00. */
  readonly date: string;
  readonly language: "zh-CN";
}

export interface ArchivePdf {
  readonly pdf: Uint8Array;
  /** Number of pages. */
  readonly pages: number;
}
