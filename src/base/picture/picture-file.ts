/** A picture of an issue as described by its file header; the pixels are not decoded. (图片) */

export type PictureKind = "jpeg" | "png" | "gif" | "webp" | "tiff" | "svg";

/** Kinds of metadata that may identify a person or a place, in the words shown to editors. */
export type PictureTextKind =
  "拍摄地点（GPS）" | "手机或相机型号" | "拍摄时间" | "作者" | "说明文字" | "所用软件" | "缩略图" | "附带的其他数据";

/** One piece of metadata; `text` is empty where it is not text, such as a thumbnail. */
export interface PictureText {
  readonly kind: PictureTextKind;
  readonly text: string;
}

export interface PictureHead {
  readonly kind: PictureKind;
  /** In pixels, after rotation; `undefined` for a drawing without a size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Published as PNG (few colours, sharp edges) rather than JPEG. */
  readonly isGraphic: boolean;
  /** An animation (动图), or a scan of several pages. */
  readonly isFirstOfMore: boolean;
  readonly texts: readonly PictureText[];
}

/** Why a file cannot be used. `says` continues the sentence that begins with 图片“名字”. */
export interface PictureFault {
  readonly code: "picture-kind" | "picture-broken" | "picture-too-large" | "picture-drawing";
  readonly says: string;
  readonly hint: string;
}

export type PictureFile = { readonly head: PictureHead } | { readonly fault: PictureFault };

/** What a format's parser returns. */
export interface Structure {
  readonly width: number;
  readonly height: number;
  /** The EXIF orientation, 1 to 8. */
  readonly orientation?: number;
  readonly isGraphic?: boolean;
  readonly isFirstOfMore?: boolean;
  readonly texts: readonly PictureText[];
  /** The end of the file is missing. */
  readonly isTruncated: boolean;
}
