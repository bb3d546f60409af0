/** Splits a paragraph into sentences with their closing marks; joined, they give the paragraph again. */
export function sentencesOf(block: string): string[] {
  return block.match(/[^。！？；]*[。！？；]+[”’）》」』]*|[^。！？；]+$/g) ?? [];
}
