/** A picture of an issue as its file's head describes it; nothing is decoded. (图片) */

export type PictureKind = "jpeg" | "png" | "gif" | "webp" | "tiff" | "svg";

/** What a picture says of itself and of whoever made it, in the words that an editor reads. */
export type PictureTextKind =
  "拍摄地点（GPS）" | "手机或相机型号" | "拍摄时间" | "作者" | "说明文字" | "所用软件" | "缩略图" | "附带的其他数据";

/** One text in a picture's file beside the picture itself; empty where it is no text, as a thumbnail. */
export interface PictureText {
  readonly kind: PictureTextKind;
  readonly text: string;
}

export interface PictureHead {
  readonly kind: PictureKind;
  /** In pixels, the right way up; `undefined` for a drawing without a size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** It is published as PNG, and not as JPEG as photographs are. */
  readonly isGraphic: boolean;
  /** 动图, or a scan of several pages. */
  readonly isFirstOfMore: boolean;
  readonly texts: readonly PictureText[];
}

/** Why a file cannot be used. `says` goes on behind 图片“名字”. */
export interface PictureFault {
  readonly code: "picture-kind" | "picture-broken" | "picture-too-large" | "picture-drawing";
  readonly says: string;
  readonly hint: string;
}

export type PictureFile = { readonly head: PictureHead } | { readonly fault: PictureFault };

/** What the reader of one format finds. */
export interface Structure {
  readonly width: number;
  readonly height: number;
  /** As EXIF counts it, 1 to 8. */
  readonly orientation?: number;
  readonly isGraphic?: boolean;
  readonly isFirstOfMore?: boolean;
  readonly texts: readonly PictureText[];
  /** The end of the file is missing. */
  readonly isTruncated: boolean;
}
