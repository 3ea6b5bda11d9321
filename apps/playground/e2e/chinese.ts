import { expect } from "@playwright/test";
import type { Person } from "./person/person.ts";

/** Everything a person reads or hears of us: text, names, descriptions; not what others wrote (the application's name, the logo, masked addresses, keys and codes). */
async function readScreen(I: Person): Promise<string> {
  return I.guard.evaluate((root) => {
    const copy = root.cloneNode(true) as Element;
    for (const foreign of copy.querySelectorAll("bdi, code, [data-slot=logo]")) foreign.remove();
    const spoken = ["aria-label", "title", "placeholder", "alt", "aria-roledescription"];
    const attributes = [...copy.querySelectorAll("*")].flatMap((each) => spoken.flatMap((name) => each.getAttribute(name) ?? []));
    return [copy.textContent, ...attributes].join("\n").replaceAll("Guard Demo", "").replaceAll("name@example.com", "").replaceAll("7KQ2M-9XPD4", "");
  }).then((text) => text.replaceAll(/[a-z] 已隐藏 @[a-z] 已隐藏 \.(com|org)/g, ""));
}

/** The whole screen is Chinese, under this heading. */
export async function seeChinese(I: Person, heading: string): Promise<void> {
  await expect(I.heading).toHaveText(heading);
  await expect(I.guard).toHaveAttribute("lang", "zh-CN");
  await expect(I.page).toHaveTitle(new RegExp(heading));
  const text = await readScreen(I);
  expect(text).toMatch(/\p{Script=Han}/u);
  expect(text, "no Latin word of ours").not.toMatch(/[A-Za-z]/);
}
