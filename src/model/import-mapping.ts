/** How an office's spreadsheet maps to the ledger: the content of `data/import.yaml`. (导入) */
export interface ImportMapping {
  /** 工作表 to read, in this order; `undefined` means all visible ones that have the ledger's columns. */
  readonly sheets: readonly string[] | undefined;
  /** 表头行, from 1. */
  readonly headingRow: number | undefined;
  /** 列: heading in the spreadsheet → name of the ledger's column. */
  readonly headings: ReadonlyMap<string, string>;
  /** 不要: columns, by heading or by name, that stay out of the ledger. */
  readonly dropped: ReadonlySet<string>;
  /** 补齐: columns whose empty cells take the value of the cell above. */
  readonly filledDown: ReadonlySet<string>;
}
