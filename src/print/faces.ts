import type { FaceCharacters, FaceSet, FontConfig } from "./font-role.ts";

/** Cuts the face of each role down to the characters in use. @throws EnvironmentError a configured font cannot be used. */
export function subsetFaces(_characters: FaceCharacters, _config: FontConfig = {}): Promise<FaceSet> {
  return Promise.reject(new Error("not written yet"));
}
