/** Columns of the data files, from which the files, their Table Schemas and the data dictionary are made. */

import { csv } from "./csv.ts";
import type { Cell } from "./csv.ts";

export interface Field<Row> {
  /** The name for programs. */
  readonly name: string;
  /** The name for people, in Chinese. */
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date" | "time";
  readonly description: string;
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly cell: (row: Row) => Cell;
}

/** The lines of a file without its head. */
export function csvRows<Row>(fields: readonly Field<Row>[], rows: readonly Row[]): string {
  return csv(rows.map((row) => fields.map((field) => field.cell(row))));
}

/** The names of types in the data dictionary. */
export const typeTerms: Record<Field<unknown>["type"], string> = {
  string: "文字",
  integer: "整数",
  number: "数",
  boolean: "真假（true、false）",
  date: "日期（2020-11-07）",
  time: "钟点（18:00:00）",
};

export interface TableSchema {
  readonly fields: readonly Record<string, unknown>[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: string | readonly string[];
  readonly foreignKeys?: readonly unknown[];
}

/** Frictionless Table Schema. */
export function tableSchema<Row>(
  fields: readonly Field<Row>[],
  keys: Pick<TableSchema, "primaryKey" | "foreignKeys"> = {},
): TableSchema {
  return {
    fields: fields.map(({ name, title, type, description, required, values }) => ({
      name,
      title,
      type,
      ...(type === "boolean" ? { trueValues: ["true"], falseValues: ["false"] } : {}),
      description,
      ...(required === true || values !== undefined
        ? {
            constraints: {
              ...(required === true ? { required } : {}),
              ...(values === undefined ? {} : { enum: values }),
            },
          }
        : {}),
    })),
    missingValues: [""],
    ...keys,
  };
}
