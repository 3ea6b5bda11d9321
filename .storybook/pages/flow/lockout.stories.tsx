import type { Meta } from "@storybook/react-vite";
import { expect } from "storybook/test";
import type { Worn } from "../book/worn.ts";
import { flowMeta, plays, type Story } from "./flow-story.tsx";

const meta = { title: "Flow/Lockout", tags: ["!autodocs", "!test", "page", "played"], ...flowMeta } satisfies Meta<Worn>;
export default meta;

const HOUR_MS = 3_600_000;

/** Six wrong codes in a row, and the hour that follows. */
export const Lockout: Story = {
  name: "Lockout",
  ...plays(async (person) => {
    const wrong = async (digit: number): Promise<string> => {
      const right = await person.codeSentTo("email-user@example.com");
      return String(digit).repeat(5) + (right.endsWith("0") ? "1" : "0");
    };
    await person.step("five wrong codes are told apart from a lock, and the last ones warn of it (E4)", async () => {
      await person.signIn("email-user");
      for (const left of [5, 4, 3, 2, 1]) {
        await person.enterCode(await wrong(left));
        await person.canvas.findAllByText(new RegExp(`\\b${left} attempt`));
      }
    });
    await person.step("the sixth locks, and no field is left (E1)", async () => {
      await person.enterCode(await wrong(0));
      await person.sees("Too many attempts");
      await expect(person.canvas.queryByRole("textbox")).toBeNull();
    });
    await person.step("an hour later one may try again (E5)", async () => {
      person.wait(HOUR_MS);
      await person.press("Try again");
      await person.sees("Sign in");
    });
  }),
};
