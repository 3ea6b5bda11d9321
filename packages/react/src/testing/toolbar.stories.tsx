import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { partOf } from "./part-of.ts";
import { StoryGuard } from "./story-guard.tsx";

/** Not for designers: what the toolbar promises, all of it at once. */
const meta = { title: "Tests/Toolbar", tags: ["!dev"], component: StoryGuard, args: { state: fixtures.challenge } } satisfies Meta<typeof StoryGuard>;
export default meta;

const rootsIn = (canvas: HTMLElement): HTMLElement[] => [...canvas.querySelectorAll<HTMLElement>("[data-guard]")];
const styleOf = (root: HTMLElement, slot: string): CSSStyleDeclaration => getComputedStyle(partOf(root, slot));

/** Each tool at another value than it has by itself. */
export const EverythingChosen: StoryObj<typeof meta> = {
  globals: { colorScheme: "all", theme: "mono", density: "1.125", motion: "none", clock: "60", textSpacing: "on", locale: "zh-CN", dir: "rtl" },
  // One story twice has one heading twice; a host gives its Guards different ones.
  parameters: { a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } } },
  play: async ({ canvasElement, step }) => {
    await waitFor(() => expect(rootsIn(canvasElement).flatMap((root) => within(root).queryAllByRole("textbox"))).toHaveLength(2));
    const [light, dark] = rootsIn(canvasElement);
    if (!light || !dark) throw new Error("The scheme `all` shows a story twice, and this one is not there twice.");
    await step("light and dark beside each other, with ids of their own", async () => {
      await expect([light, dark].map((root) => getComputedStyle(root).colorScheme)).toEqual(["light", "dark"]);
      const ids = [...canvasElement.querySelectorAll("[id]")].map(({ id }) => id);
      await expect(ids).toEqual([...new Set(ids)]);
    });
    await step("another theme, without the default's blue", () => expect(styleOf(light, "submit").backgroundColor).not.toBe("rgb(52, 82, 219)"));
    await step("roomier", () => expect(styleOf(light, "submit").minBlockSize).toBe("49.5px"));
    await step("nothing moves", () => expect(styleOf(light, "header").animationName).toBe("none"));
    await step("a reader's spacing, and a code field that gave way to it", async () => {
      await expect(Number.parseFloat(styleOf(light, "title").letterSpacing)).toBeGreaterThan(1);
      await expect(partOf(light, "code")).toHaveAttribute("data-layout", "plain");
    });
    await step("another language, read from the right", async () => {
      await expect(light).toHaveAttribute("lang", "zh-CN");
      await expect(getComputedStyle(light).direction).toBe("rtl");
    });
    await step("a minute passes in a second, in both", () => waitFor(() => expect([light, dark].map((root) => partOf(root, "timer").textContent)).toEqual(["", ""]), { timeout: 4000 }));
  },
};
