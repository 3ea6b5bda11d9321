import type { Page } from "@playwright/test";

/** What a stylesheet of the host could take from a part. */
const properties = [
  "display", "margin", "padding", "border-width", "border-style", "border-color", "border-radius", "background-color", "background-image", "box-shadow",
  "color", "font-size", "font-weight", "line-height", "letter-spacing", "text-align", "text-transform", "inline-size", "block-size",
] as const;

/** Part -> where it is. Twelve of each of the first two views. */
export const partsOf = {
  password: {
    root: "[data-guard]",
    card: "[data-slot=card]",
    header: "[data-slot=header]",
    title: "[data-slot=title]",
    description: "[data-slot=description]",
    label: "[data-slot=label]",
    control: "#guard-current-password",
    "show-password": "[data-slot=show-password]",
    link: "[data-slot=field] [data-slot=link]",
    error: "[data-slot=error]",
    submit: "[data-slot=submit]",
    footer: "[data-slot=footer]",
  },
  verify: {
    title: "[data-slot=title]",
    form: "[data-slot=form]",
    delivery: "[data-slot=delivery]",
    target: "[data-slot=target]",
    field: "[data-slot=field]",
    code: "[data-slot=code]",
    "code-boxes": "[data-slot=code-boxes]",
    "code-box": "[data-slot=code-box]:nth-child(4)",
    control: "#guard-otp",
    submit: "[data-slot=submit]",
    resend: "[data-slot=resend]",
    timer: "[data-slot=timer]",
    back: "[data-slot=back]",
  },
  enrol: {
    steps: "[data-slot=steps]",
    step: "[data-slot=steps] > li",
    "link for phones": "[data-only=touch]",
    qr: "[data-slot=qr]",
    secret: "[data-slot=secret]",
    key: "[data-slot=secret] code",
    copy: "[data-slot=steps] [data-slot=resend]",
  },
  recoveryCode: {
    code: "[data-slot=recovery-code]",
    text: "[data-slot=recovery-code] code",
    row: "[data-slot=secondary-row]",
    keep: "[data-slot=secondary-row] button",
    check: "[data-slot=check]",
    box: "#guard-saved",
  },
} as const;

/** What a page looks like, as lines to compare: `submit padding: 8px 16px`. */
export async function lookOf(page: Page, view: keyof typeof partsOf): Promise<string[]> {
  // The mouse rests where the last click was; a hover has a look of its own.
  await page.mouse.move(0, 0);
  return page.evaluate(readLook, { parts: Object.entries(partsOf[view]), properties });
}

function readLook({ parts, properties: names }: { readonly parts: (readonly [string, string])[]; readonly properties: readonly string[] }): string[] {
  for (const animation of document.getAnimations()) animation.finish();
  return parts.flatMap(([part, where]) => {
    const element = document.querySelector(where);
    if (!element) return `${part} is not there`;
    const style = getComputedStyle(element);
    // Nobody sees what a border of no width is made of.
    const seen = style.borderWidth === "0px" ? names.filter((name) => !/^border-(style|color)$/.test(name)) : names;
    return seen.map((name) => `${part} ${name}: ${style.getPropertyValue(name)}`);
  });
}
