/** A PDF as pages offer it. */

export interface DownloadView {
  readonly path: string;
  readonly name: string;
  /** PDF，7 页，173 KB */
  readonly facts: string;
}
