// What the server asks of a face provider: `FaceVerifier`, `Picture` and `FaceReading` of @guard/mock-server, which is no dependency of this package.

export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

export type FaceReading =
  | { readonly kind: "template"; readonly template: Uint8Array }
  | { readonly kind: "no-face" | "several-faces" | "unreadable" | "busy" };

export interface FaceVerifier {
  describe(picture: Picture): Promise<FaceReading>;
  distance(left: Uint8Array, right: Uint8Array): number;
  /** Ends the thread that looks at pictures. */
  close(): Promise<void>;
}
