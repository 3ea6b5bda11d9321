import type { AutofillStep } from "./scene.ts";

interface Box {
  readonly width: number;
  readonly height: number;
  readonly left?: number;
}

const roomy: Box = { width: 300, height: 44 };

/** Puts markup on a page as a Guard's root holds it. jsdom has no layout: fields stand 100 px apart unless a test says otherwise. */
export function page(markup: string, boxes: Readonly<Record<string, Box>> = {}): HTMLElement {
  document.body.innerHTML = `<section data-guard lang="en"><h2>Sign in to Acme</h2>${markup}</section>`;
  const root = document.body.firstElementChild as HTMLElement;
  const controls = [...root.querySelectorAll<HTMLElement>("input, select")];
  for (const element of root.querySelectorAll<HTMLElement>("*")) {
    const { width, height, left = 0 } = boxes[element.id] ?? roomy;
    element.getBoundingClientRect = () => new DOMRect(left, controls.indexOf(element) * 100, width, height);
    element.scrollIntoView = () => {};
  }
  Object.defineProperty(document.documentElement, "scrollWidth", { configurable: true, value: 400 });
  document.elementFromPoint = (_, y) => root.querySelector("[data-on-top]") ?? controls[Math.floor(y / 100)] ?? null;
  return root;
}

/** The form of a step that passes every check; a test puts its fault in place of a part. */
export const forms = {
  password: `<form id="guard-form"><div><label for="guard-username">E-mail or username</label><div><input id="guard-username" name="username" autocomplete="username"></div></div>
    <div><label for="guard-current-password">Password</label><div><input id="guard-current-password" name="password" type="password" autocomplete="current-password"></div></div><button type="submit">Sign in</button></form>`,
  codeRequest: `<form><label for="guard-username">E-mail</label><input id="guard-username" name="username" autocomplete="username"><button type="submit">Send code</button></form>`,
  verify: `<form><p>We sent a code to j•••@e•••.com.</p><label for="guard-otp">6-digit code</label><div><input id="guard-otp" name="otp" type="text" autocomplete="one-time-code"></div><button type="submit">Verify</button><button type="button">Use a recovery code</button></form>`,
  recovery: `<form><label for="guard-recovery">Recovery code</label><div><input id="guard-recovery" name="recovery" type="text" autocomplete="off"></div><button type="submit">Continue</button></form>`,
  bind: `<form><label for="guard-new-email">E-mail</label><div><input id="guard-new-email" name="new-email" type="email" autocomplete="email"></div><button type="submit">Continue</button></form>`,
  phone: `<form><label for="guard-country">Country</label><div><select id="guard-country" name="country" autocomplete="tel-country-code"><option>China</option></select></div>
    <label for="guard-phone">Phone</label><div><input id="guard-phone" name="phone" type="tel" autocomplete="tel"></div><button type="submit">Continue</button></form>`,
} as const satisfies Partial<Record<AutofillStep | "phone", string>>;

/** A good form with one part changed; it must be there to be changed. */
export function faulty(form: keyof typeof forms, part: string, fault: string): string {
  if (!forms[form].includes(part)) throw new Error(`The form “${form}” has no ${part}.`);
  return forms[form].replace(part, fault);
}
