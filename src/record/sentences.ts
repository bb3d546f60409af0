/** A paragraph as sentences, each with its closing mark; together they are the paragraph. */
export function sentencesOf(block: string): string[] {
  return block.match(/[^。！？；]*[。！？；]+[”’）》」』]*|[^。！？；]+$/g) ?? [];
}
