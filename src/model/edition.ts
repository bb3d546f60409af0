/** The PDF of an issue as it is published. (印发件) */
export interface Edition {
  readonly pages: number;
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
}
