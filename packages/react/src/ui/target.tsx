import { Fragment, type ReactNode } from "react";
import { usePart, useView } from "../view-context.ts";

/** An address as the server masked it. Its dots are drawn for the eye and said as "hidden", not as "bullet bullet bullet". */
export function Target({ masked }: { readonly masked: string }): ReactNode {
  const { say } = useView();
  const part = usePart();
  return (
    <bdi dir="ltr" {...part("target")}>
      {masked.split(/(•+)/).map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the pieces of one mask have no other name
        <Fragment key={index}>
          {piece.startsWith("•") ? (
            <>
              <span aria-hidden="true">{piece}</span>
              <span className="guard-sr-only"> {say("target.hiddenPart")} </span>
            </>
          ) : (
            piece
          )}
        </Fragment>
      ))}
    </bdi>
  );
}

/** The same address for a sentence that is only spoken. */
export const spokenTarget = (masked: string, hidden: string): string => masked.replace(/•+/g, ` ${hidden} `);
