import { measure } from "./measured.ts";
import { allFactors } from "./people.ts";
import { expect, test } from "./test.ts";

// The default look in numbers; where it is other than first drawn, AD-11 says why.
const muted = "rgb(91, 100, 114)";
const edge = "rgb(134, 142, 155)";
const accent = "rgb(52, 82, 219)";
const chosen = "[data-slot=tab][aria-selected=true]";
const box = (at: number): string => `[data-slot=code-box]:nth-child(${at})`;

test("the default look is the one that was drawn, number by number", async ({ I }) => {
  const { page } = I;
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await I.open();
  await expect(page.locator("[data-slot=secondary]"), "the server has said what else there is").toBeVisible();
  const first = await measure(page, {
    card: ["[data-slot=card]", "inline-size", "padding", "border-radius", "border", "background-color"],
    "card's shadow": ["[data-slot=card]", "box-shadow"],
    logo: ["[data-slot=logo]", "block-size"],
    "logo to title": ["[data-slot=logo]", "down", "[data-slot=title]"],
    title: ["[data-slot=title]", "font-size", "font-weight", "letter-spacing", "text-align"],
    description: ["[data-slot=description]", "font-size", "color"],
    "header to form": ["[data-slot=header]", "down", "[data-slot=form]"],
    "label to control": ["[for=guard-username]", "down", "#guard-username"],
    "field to field": ["#guard-username", "down", "[for=guard-current-password]"],
    "form to submit": ["#guard-current-password", "down", "[data-slot=submit]"],
    "submit to secondary": ["[data-slot=submit]", "down", "[data-slot=submit] + *"],
    control: ["#guard-current-password", "block-size", "border-radius", "font-size", "border"],
    "show password": ["[data-slot=show-password]", "inline-size", "block-size"],
    submit: ["[data-slot=submit]", "block-size", "border-radius", "font-weight", "background-color"],
    "submit's shadow": ["[data-slot=submit]", "box-shadow"],
  });
  expect(first).toEqual({
    card: "400px 31px 16px 1px solid rgb(217, 221, 227) rgb(255, 255, 255)",
    "card's shadow": expect.stringMatching(/^rgba[^a]+rgba[^a]+$/),
    logo: "32px",
    "logo to title": "20px",
    title: "22px 600 -0.22px start",
    description: `15px ${muted}`,
    "header to form": "24px",
    "label to control": "6px",
    "field to field": "16px",
    "form to submit": "24px",
    "submit to secondary": "12px",
    control: `44px 8px 16px 1px solid ${edge}`,
    "show password": "44px 44px",
    submit: `44px 8px 600 ${accent}`,
    "submit's shadow": expect.stringContaining("0px 1px 0px 0px inset"),
  });
  await page.locator("#guard-username").focus();
  await page.locator("[data-slot=submit]").hover();
  await expect
    .poll(() => measure(page, { focus: ["#guard-username", "outline", "outline-offset", "border-color"], hover: ["[data-slot=submit]", "background-color"] }))
    .toEqual({ focus: `${accent} solid 2px 2px ${accent}`, hover: "rgb(41, 67, 189)" });

  await I.signIn(allFactors.name);
  await I.seeCodeSentTo(allFactors.maskedEmail);
  // Away from the boxes, which answer to it.
  await page.mouse.move(0, 0);
  const second = await measure(page, {
    tabs: ["[data-slot=tabs]", "padding", "background-color"],
    "chosen tab": [chosen, "block-size", "background-color", "border-color", "font-weight"],
    "what a tab catches": ["[data-slot=tab]::before", "block-size"],
    box: [box(2), "inline-size", "block-size", "border-radius", "border"],
    "box to box": [box(1), "across", box(2)],
    "third to fourth": [box(3), "across", box(4)],
    digits: ["#guard-otp", "font-size", "font-variant-numeric"],
    timer: ["[data-slot=timer]", "font-size", "color", "font-variant-numeric"],
    "step coming in": ["[data-slot=tab-panel]", "animation-name", "animation-duration"],
  });
  expect(second).toEqual({
    tabs: "4px rgb(241, 243, 246)",
    "chosen tab": `36px rgb(255, 255, 255) ${muted} 600`,
    "what a tab catches": "44px",
    box: `48px 52px 10px 1px solid ${edge}`,
    "box to box": "8px",
    "third to fourth": "16px",
    digits: "22px tabular-nums",
    timer: `14px ${muted} tabular-nums`,
    "step coming in": "guard-rise 0.16s",
  });

  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await measure(page, { card: ["[data-slot=card]", "inline-size", "border-width", "border-radius", "box-shadow", "background-color"] }), "full-bleed").toEqual({ card: "390px 0px 0px none rgb(20, 23, 28)" });
});
