import { en, loadMessages, locales, type Messages } from "@guard/locales";
import { centerEn, loadCenterMessages, type CenterMessages } from "@guard/locales/center";
import { centerFixtures, failure, fixtures, variants } from "@guard/machine/testing";
import type { State } from "@guard/machine";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { expect, waitFor } from "storybook/test";
import { cutOff } from "../testing/cut-off.ts";
import { PSEUDO, pseudoMessages } from "../testing/pseudo.ts";
import { StoryCenter } from "../testing/story-center.tsx";
import { StoryGuard } from "../testing/story-guard.tsx";

interface Language {
  readonly locale: string;
  readonly messages: Messages & CenterMessages;
}

const english = { ...en, ...centerEn };

async function loadLanguage(locale: string): Promise<Language> {
  const [shared, own] = await Promise.all([loadMessages(locale), loadCenterMessages(locale)]);
  return { locale, messages: { ...english, ...shared, ...own } };
}

const refused = failure({ code: "code_invalid", attemptsLeft: 1 });
const wrongCode: State = { ...variants.sms, challenge: { ...variants.sms.challenge, factors: variants.sms.challenge.factors.map((factor) => ({ ...factor, failure: refused })) } };

/** Long labels, tabs, lists, buttons side by side, and much text. */
const logins: Readonly<Record<string, State>> = {
  password: { ...fixtures.password, failure: failure({ code: "invalid_credentials" }) },
  wrongCode,
  methods: variants.everyFactor,
  bind: fixtures.bind,
  enrol: fixtures.enrol,
  recoveryCode: fixtures.recoveryCode,
  locked: fixtures.locked,
};

/** One language on narrow screens. */
function Narrow({ locale, messages }: Language): ReactNode {
  const id = (view: string): string => `guard-${locale}-${view}`;
  return (
    <>
      {Object.entries(logins).map(([view, state]) => (
        <div key={view} style={{ inlineSize: "20rem" }}>
          <StoryGuard id={id(view)} locale={locale} messages={messages} state={state} />
        </div>
      ))}
      <div style={{ inlineSize: "20rem" }}>
        <StoryCenter id={id("center")} locale={locale} messages={messages} state={centerFixtures.overview} />
      </div>
    </>
  );
}

const meta = {
  title: "Tests/Languages",
  component: Narrow,
  tags: ["!dev"],
  // Eight logins at once are as many landmarks of one kind.
  parameters: { a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } } },
} satisfies Meta<typeof Narrow>;
export default meta;

const rootsIn = (page: HTMLElement): HTMLElement[] => [...page.querySelectorAll<HTMLElement>("[data-guard]")];

async function standsRightToLeft(roots: readonly HTMLElement[]): Promise<void> {
  for (const root of roots) await expect(root.dir).toBe("rtl");
  const typed = roots.flatMap((root) => [...root.querySelectorAll("input[autocomplete=one-time-code], input[type=tel], input[name=new-email]")]);
  await expect(typed.length).toBeGreaterThan(1);
  for (const field of typed) await expect(getComputedStyle(field).direction).toBe("ltr");
}

/** Every language, and the made-up long one, on 320 pixels (F5, F13). */
export const FitNarrowScreens: StoryObj<typeof meta> = {
  args: { locale: PSEUDO, messages: pseudoMessages(english) },
  play: async ({ args, canvasElement, mount, step }) => {
    for (const language of [args, ...(await Promise.all(locales.map(loadLanguage)))]) {
      await mount(<Narrow key={language.locale} {...language} />);
      await waitFor(() => expect(canvasElement.querySelector(`[data-slot=skeleton], [data-guard]:not([lang="${language.locale}"])`)).toBeNull(), { timeout: 10_000 });
      await step(`${language.locale}: nothing overflows and nothing is cut off`, async () => {
        await expect(rootsIn(canvasElement)).toHaveLength(Object.keys(logins).length + 1);
        await expect(rootsIn(canvasElement).flatMap(cutOff)).toEqual([]);
      });
    }
    await step("Arabic, the last, stands right to left, and what is typed in Latin letters left to right (C12)", () => standsRightToLeft(rootsIn(canvasElement)));
  },
};
