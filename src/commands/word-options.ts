/** What may be told when a Word file is imported. */
export type WordOptions = Readonly<
  Partial<Record<"root" | "issue" | "column", string> & Record<"accept-changes" | "apply", boolean>>
>;
