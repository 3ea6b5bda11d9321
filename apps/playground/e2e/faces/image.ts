import jpeg from "jpeg-js";

/** Red, green, blue and a fourth byte for each point. */
export interface Image {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** An image whose points are what `colourAt` says. */
export function paint(side: number, colourAt: (x: number, y: number) => Colour): Image {
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) data.set(colourAt(x, y), (y * side + x) * 4);
  }
  return { data, width: side, height: side };
}

export const encode = ({ data, width, height }: Image): Buffer => Buffer.from(jpeg.encode({ data, width, height }, 90).data);

export const decode = (bytes: Uint8Array): Image => jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: 17 });
