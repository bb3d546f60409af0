const HEADER =
  /^ *(?:姓名|名字|户主|签名|签字|(?:举报|投诉|信访|反映|来电|来信|来访|申请|联系|当事|收款|领款|受害|报案|求助|诉求)人(?:姓名)?) *$/;

/** Whether a line says that a column under it holds names. */
export function isHeader(line: string): boolean {
  const cells = line.split("|");
  return cells.length > 2 && cells.some((cell) => HEADER.test(cell));
}

/** The columns of a table whose heads say that they hold names. (姓名列) */
export class NameTable {
  #columns: ReadonlySet<number> = new Set();

  /** Whether an index of the next line lies in such a column; nothing where none does. */
  row(line: string): ((index: number) => boolean) | undefined {
    const cells = line.split("|");
    if (cells.length < 3) {
      this.#columns = new Set();
      return undefined;
    }
    const heads = cells.flatMap((cell, column) => (HEADER.test(cell) ? [column] : []));
    if (heads.length > 0) this.#columns = new Set(heads);
    const columns = this.#columns;
    if (columns.size === 0) return undefined;
    return (index) => columns.has(line.slice(0, index).split("|").length - 1);
  }
}
