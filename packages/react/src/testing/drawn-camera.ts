const [WIDTH, HEIGHT] = [640, 480];

/** A camera that sees a drawn face: the same picture each time, and nobody's. */
export function drawnCamera(): MediaStream {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws on no canvas, so the story has no camera. Run it in Chromium.");
  const dot = (color: string, x: number, y: number, rx: number, ry: number): void => {
    pen.fillStyle = color;
    pen.beginPath();
    pen.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  pen.fillStyle = "#b9c4d6";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  dot("#5f6f8a", 320, 520, 210, 180);
  dot("#e3b491", 320, 230, 105, 135);
  dot("#3b2a22", 280, 215, 9, 11);
  dot("#3b2a22", 360, 215, 9, 11);
  dot("#b5624f", 320, 300, 34, 9);
  return canvas.captureStream();
}

/** Puts another camera before the page while a story asks for one. */
export async function withCamera(open: () => Promise<MediaStream>, run: () => Promise<void>): Promise<void> {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia;
  mediaDevices.getUserMedia = open;
  try {
    await run();
  } finally {
    mediaDevices.getUserMedia = real;
  }
}
