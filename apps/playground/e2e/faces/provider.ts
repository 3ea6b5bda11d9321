import { decode, type Image } from "./image.ts";

// A face provider for tests where the real one is not installed. It does compare pictures: what is bright and dark where.
// It imports nothing of the server, which takes it by path as it takes any provider (FACE_VERIFIER).

/** Cells a side. */
const GRID = 12;

/** The least a face stands out from an empty wall, in levels of brightness. */
const LEAST_CONTRAST = 8;

type Reading = { readonly kind: "template"; readonly template: Uint8Array } | { readonly kind: "no-face" | "unreadable" };

const brightnessAt = ({ data, width }: Image, x: number, y: number): number => {
  const at = (y * width + x) * 4;
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean brightness of a cell, from every second point. */
function cellOf(image: Image, column: number, row: number): number {
  const [wide, high] = [image.width / GRID, image.height / GRID];
  const seen: number[] = [];
  for (let y = Math.floor(row * high); y < (row + 1) * high - 1; y += 2) {
    for (let x = Math.floor(column * wide); x < (column + 1) * wide - 1; x += 2) seen.push(brightnessAt(image, x, y));
  }
  return mean(seen);
}

/** Cells around 0 with a spread of 1, so that light makes no difference; undefined where nothing stands out. */
function cellsOf(image: Image): number[] | undefined {
  const cells = Array.from({ length: GRID * GRID }, (_, at) => cellOf(image, at % GRID, Math.floor(at / GRID)));
  const middle = mean(cells);
  const spread = Math.sqrt(mean(cells.map((cell) => (cell - middle) ** 2)));
  return spread < LEAST_CONTRAST ? undefined : cells.map((cell) => (cell - middle) / spread);
}

function read(bytes: Uint8Array): Image | undefined {
  try {
    return decode(bytes);
  } catch {
    // Whatever it is, it is no JPEG: the reading says so.
    return undefined;
  }
}

const numbersIn = (template: Uint8Array): number[] => [...new Float32Array(new Uint8Array(template).buffer)];

export const createFaceVerifier = () =>
  Promise.resolve({
    describe({ bytes }: { readonly bytes: Uint8Array }): Promise<Reading> {
      const image = read(bytes);
      if (image === undefined) return Promise.resolve({ kind: "unreadable" });
      const cells = cellsOf(image);
      return Promise.resolve(cells === undefined ? { kind: "no-face" } : { kind: "template", template: new Uint8Array(new Float32Array(cells).buffer) });
    },
    /** 0 for the same cells, 1 for cells that have nothing to do with each other. */
    distance(left: Uint8Array, right: Uint8Array): number {
      const [a, b] = [numbersIn(left), numbersIn(right)];
      return 1 - mean(a.map((value, at) => value * (b[at] ?? 0)));
    },
  });
