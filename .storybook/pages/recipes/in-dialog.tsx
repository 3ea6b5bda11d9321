import { createHttpAdapter } from "@guard/adapter-http";
import { GuardDialog } from "@guard/react/dialog";
import { useState, type ReactNode } from "react";
import { pageServer } from "../../../apps/playground/src/page-server.ts";
import type { Worn } from "../book/worn.ts";

const adapter = createHttpAdapter({ baseUrl: "https://inside.the.page", fetch: pageServer().fetch });

/** A button, and the login that it opens over the page. */
export function InDialog(worn: Worn): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Sign in
      </button>
      <GuardDialog {...worn} open={open} onOpenChange={setOpen} adapter={adapter} app="demo" id="dialog" persist="none" onSuccess={() => setOpen(false)} />
    </>
  );
}
