import type { ReactNode, RefObject } from "react";
import { CopyButton } from "../../ui/copy-button.tsx";
import { usePart, useView } from "../../view-context.ts";
import { downloadText } from "./download-text.ts";
import { usePrint } from "./use-print.ts";

/** Three ways to keep the code: copied, as a file, on paper. */
export function KeepRow({ code, shown }: { readonly code: string; readonly shown: RefObject<HTMLElement | null> }): ReactNode {
  const { say, settings } = useView();
  const part = usePart();
  const print = usePrint();
  const title = settings === undefined ? say("recoveryCode.file") : say("recoveryCode.fileApp", { app: settings.name });
  const text = `${title}\n\n${code}\n\n${say("recoveryCode.fileUse")}\n`;
  return (
    <div {...part("secondaryRow")}>
      <CopyButton text={code} shown={shown}>
        {say("recoveryCode.copy")}
      </CopyButton>
      <button type="button" onClick={() => downloadText("recovery-code.txt", text)} {...part("resend")}>
        {say("recoveryCode.download")}
      </button>
      <button type="button" onClick={() => print(title, text)} {...part("resend")}>
        {say("recoveryCode.print")}
      </button>
    </div>
  );
}
