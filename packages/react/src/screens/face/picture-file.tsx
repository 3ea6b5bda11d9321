import { useRef, type ChangeEvent, type ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";

interface PictureFileProps {
  readonly busy: boolean;
  readonly onFile: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** A photo instead of the camera. A button, because no browser lets a file input be dressed; the input itself is never focused. */
export function PictureFile({ busy, onFile }: PictureFileProps): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => busy || input.current?.click()} {...part("secondary")}>
        {say("face.file")}
      </button>
      <input ref={input} id={`${id}-picture`} type="file" accept="image/jpeg,image/png" hidden tabIndex={-1} aria-label={say("face.file")} onChange={onFile} />
    </>
  );
}
