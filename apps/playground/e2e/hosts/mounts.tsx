import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import "@guard/theme/styles.css";
import { LoginPage } from "./login-page.tsx";

/** Where a login is when its page goes away. */
export type Moment = "the first form" | "a running request" | "a running countdown";

interface Coming {
  readonly moment: Moment;
  /** The number of the first one. */
  readonly from: number;
  readonly times: number;
  readonly user: string;
  readonly password: string;
}

const root = createRoot(document.getElementById("root") ?? document.body);
const mount = (id: string): void => flushSync(() => root.render(<LoginPage search={`${location.search}&ids=${id}`} />));

async function there(what: string): Promise<void> {
  while (!document.querySelector(what)) await new Promise(requestAnimationFrame);
}

function type(id: string, text: string): void {
  const field = document.getElementById(id);
  // React hears of a value only through the setter of the element's class.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  field?.dispatchEvent(new Event("input", { bubbles: true }));
}

function reach(id: string, { moment, user, password }: Coming): Promise<void> {
  if (moment === "the first form") return there("form");
  if (moment === "a running countdown") return there("[role=timer]:not(:empty)");
  type(`${id}-username`, user);
  type(`${id}-current-password`, password);
  document.querySelector("form")?.requestSubmit();
  return there("[data-status=submitting]");
}

/** A login comes and goes, each time under a name of its own, so that none finds the one before. */
async function comeAndGo(coming: Coming): Promise<void> {
  const record = sessionStorage.getItem("guard:1:demo:first") ?? "";
  for (let turn = coming.from; turn < coming.from + coming.times; turn += 1) {
    const id = `turn-${turn}`;
    if (coming.moment === "a running countdown") sessionStorage.setItem(`guard:1:demo:${id}`, record);
    mount(id);
    await reach(id, coming);
    flushSync(() => root.render(null));
  }
}

const mounts = { mount, comeAndGo };

/** What a test drives: one root of the host, with a login in it or without. */
export type Mounts = typeof mounts;

Object.assign(window, { mounts });
