import type { Meta } from "@storybook/react-vite";
import type { Worn } from "../book/worn.ts";
import { flowMeta, plays, type Story } from "./flow-story.tsx";

const meta = { title: "Flow/All factors", tags: ["!autodocs", "!test", "page", "played"], ...flowMeta } satisfies Meta<Worn>;
export default meta;

/** Three factors as tabs; each keeps its own delivery and wait. */
export const AllFactors: Story = {
  name: "All factors",
  ...plays(async (person) => {
    await person.step("the first factor's code is on its way", async () => {
      await person.signIn("all-factors");
      await person.codeSentTo("all-factors@example.com");
    });
    await person.step("an app needs no code to be sent", async () => {
      await person.chooseTab("App");
      await person.canvas.findByText(/Open your authenticator app/);
    });
    await person.step("choosing the phone sends its first code (R13), which signs in", async () => {
      await person.chooseTab("Text");
      await person.enterCode(await person.codeSentTo("+8613800138001"));
      await person.sees(/signed in/);
    });
  }),
};
