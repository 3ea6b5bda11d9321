import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { createInspection, InspectedGuard, Inspector } from "@guard/react/inspector";
import { useState, type ReactNode } from "react";
import { expect, waitFor, within } from "storybook/test";
import type { Worn } from "../book/worn.ts";
import "../book/book.css";
import "./flow-stage.css";

/** A fresh server for each showing, and what moves the time of both. */
export const flowLoader = async () => ({ server: createMockServer(), inspection: createInspection() });

export type FlowLoaded = Awaited<ReturnType<typeof flowLoader>>;

interface FlowStageProps extends FlowLoaded, Pick<Worn, "colorScheme"> {
  /** Opens the machine up beside the login. */
  readonly inspected: boolean;
}

/** The real component against the real server inside this page. The words are English whatever the toolbar says: a play function types and reads. */
export function FlowStage({ colorScheme, inspected, ...loaded }: FlowStageProps): ReactNode {
  // A tool of the toolbar loads anew; the login that stands here stays.
  const [{ server, inspection }] = useState(loaded);
  const [adapter] = useState(() => createHttpAdapter({ baseUrl: "https://inside.the.page", fetch: server.fetch }));
  return (
    <>
      <InspectedGuard inspection={inspection} adapter={adapter} app="demo" id="flow" persist="none" colorScheme={colorScheme} headingLevel={1} />
      {inspected && (
        <div className="book" data-flow-inspector="">
          <Inspector inspection={inspection} onAdvance={server.advance} />
        </div>
      )}
    </>
  );
}

interface PlayContext {
  readonly canvasElement: HTMLElement;
  readonly loaded: Record<string, unknown>;
  readonly userEvent: { type(element: Element, text: string): Promise<void>; click(element: Element): Promise<void> };
  readonly step: (says: string, run: () => Promise<void>) => Promise<void> | void;
}

/** What a person does in a played flow. */
export function personAt({ canvasElement, loaded, userEvent, step }: PlayContext) {
  const canvas = within(canvasElement);
  const { server, inspection } = loaded as FlowLoaded;
  const press = async (name: string | RegExp): Promise<void> => userEvent.click(await canvas.findByRole("button", { name }));
  const codeField = (): Promise<HTMLElement> => canvas.findByRole("textbox", { name: "6-digit code" });
  return {
    canvas,
    step: async (says: string, run: () => Promise<void>) => step(says, run),
    press,
    async signIn(user: string) {
      await userEvent.type(await canvas.findByRole("textbox"), user);
      await userEvent.type(canvas.getByLabelText("Password"), "Guard-demo-2026!");
      await press("Sign in");
    },
    async type(label: string, text: string) {
      await userEvent.type(await canvas.findByLabelText(label), text);
    },
    async chooseTab(name: string) {
      await userEvent.click(await canvas.findByRole("tab", { name }));
    },
    async enterCode(code: string) {
      await userEvent.type(await codeField(), code);
    },
    /** The newest code to an address, once it has arrived. */
    async codeSentTo(address: string): Promise<string> {
      await waitFor(() => expect(server.outbox(address)).not.toHaveLength(0), { timeout: 5_000 });
      return server.outbox(address)[0]?.code ?? "";
    },
    async sees(heading: string | RegExp) {
      await expect(await canvas.findByRole("heading", { name: heading }, { timeout: 5_000 })).toBeVisible();
    },
    wait(ms: number) {
      server.advance(ms);
      inspection.advance(ms);
    },
  };
}
