import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { build, createServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { launchChromium } from "../launch-chromium.ts";

const app = inject("app");
const silent = { root: app, logLevel: "silent" } as const;
const local = { host: "127.0.0.1", port: 0 };

interface Outbox {
  readonly outbox: () => readonly { readonly code?: string }[];
}

const sentCode = (page: Page): Promise<string | undefined> => page.evaluate(() => (window as unknown as Outbox).outbox()[0]?.code);

async function logIn(page: Page): Promise<void> {
  await page.getByLabel("username").fill("email-user");
  await page.getByLabel("Password", { exact: true }).fill("Guard-demo-2026!");
  await page.keyboard.press("Enter");
  await expect.poll(() => sentCode(page), { timeout: 10_000 }).toMatch(/^\d{6}$/);
  await page.locator("#guard-otp").pressSequentially((await sentCode(page)) ?? "");
  await page.getByText("Hello, email-user").waitFor({ timeout: 10_000 });
}

describe("an app outside of the workspace, with the tarballs installed by npm", () => {
  let browser: Browser;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    closing.push(() => browser.close());
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** Opens the page; what it complains of is collected. */
  async function open(url: string | undefined): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(url ?? "");
    return { page, complaints };
  }

  it("type-checks, declarations of every package included", () => {
    expect(() => execFileSync(join(app, "node_modules", ".bin", "tsc"), ["-p", app], { encoding: "utf8" })).not.toThrow();
  });

  it("installed no native package and each shared library once", () => {
    for (const name of ["better-sqlite3", "@node-rs/argon2"]) expect(existsSync(join(app, "node_modules", name)), name).toBe(false);
    const seen = execFileSync("npm", ["ls", "--all", "--parseable", "react", "valibot", "@guard/contract"], { cwd: app, encoding: "utf8" }).trim().split("\n");
    expect(seen).toHaveLength(3);
  });

  it("builds, and logs in through the build in Chromium", async () => {
    await build(silent);
    const server = await preview({ ...silent, preview: local });
    closing.push(() => server.close());
    const { page, complaints } = await open(server.resolvedUrls?.local[0]);
    await logIn(page);
    expect(complaints).toEqual([]);
  });

  it("keeps light and dark, although Vite lowers light-dark() for the browsers it knows", async () => {
    const server = await preview({ ...silent, preview: local });
    closing.push(() => server.close());
    const { page } = await open(server.resolvedUrls?.local[0]);
    const inkIn = async (colorScheme: "light" | "dark"): Promise<string> => {
      await page.emulateMedia({ colorScheme });
      return page.getByRole("heading").evaluate((heading) => getComputedStyle(heading).color);
    };
    const [light, dark] = [await inkIn("light"), await inkIn("dark")];
    expect(light).not.toBe(dark);
    expect([light, dark]).not.toContain("rgb(0, 0, 0)");
    const fill = () => page.locator("[data-slot=submit]").evaluate((button) => getComputedStyle(button).getPropertyValue("--guard-accent").trim());
    expect(await fill(), "a preset's too").toBe("#b9a3ff");
  });

  it("logs in through Vite's development server as well", async () => {
    vi.stubEnv("NODE_ENV", "development");
    const server = await createServer({ ...silent, server: local });
    closing.push(() => server.close());
    await server.listen();
    const { page, complaints } = await open(server.resolvedUrls?.local[0]);
    await logIn(page);
    expect(complaints).toEqual([]);
  });
});
