/** More than this is no answer of ours; reading stops there. 1 MiB. */
const MAX_BODY_BYTES = 1_048_576;

/** The body as text; undefined when it is too long or no UTF-8. Rejects when the connection dies in the middle. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    const piece = bytes > MAX_BODY_BYTES ? undefined : decode(decoder, part.value);
    if (piece === undefined) {
      await reader.cancel();
      return undefined;
    }
    text += piece;
  }
  const rest = decode(decoder);
  return rest === undefined ? undefined : text + rest;
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return undefined;
  }
}
