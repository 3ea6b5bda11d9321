import type { Meta } from "@storybook/react-vite";
import type { Worn } from "../book/worn.ts";
import { flowMeta, plays, type Story } from "./flow-story.tsx";

const meta = { title: "Flow/Happy path", tags: ["!autodocs", "!test", "page", "played"], ...flowMeta } satisfies Meta<Worn>;
export default meta;

/** A password, a code that comes by itself, and in. */
export const HappyPath: Story = {
  name: "Happy path",
  ...plays(async (person) => {
    await person.step("the password is right, and the code is sent without asking (R7)", () => person.signIn("email-user"));
    await person.step("its sixth digit signs in", async () => {
      await person.enterCode(await person.codeSentTo("email-user@example.com"));
      await person.sees(/signed in/);
    });
  }),
};
