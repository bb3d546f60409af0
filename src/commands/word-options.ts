/** Options for importing a Word file. */
export type WordOptions = Readonly<
  Partial<Record<"root" | "issue" | "column", string> & Record<"accept-changes" | "apply", boolean>>
>;
