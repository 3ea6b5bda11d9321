import type { Meta } from "@storybook/react-vite";
import type { Worn } from "../book/worn.ts";
import { flowMeta, plays, type Story } from "./flow-story.tsx";

const meta = { title: "Flow/Bind first", tags: ["!autodocs", "!test", "page", "played"], ...flowMeta } satisfies Meta<Worn>;
export default meta;

/** Nothing is bound: an address first, a code by hand, and in. */
export const BindFirst: Story = {
  name: "Bind first",
  ...plays(async (person) => {
    await person.step("nothing is bound, so an address is asked for", async () => {
      await person.signIn("new-user");
      await person.sees("Add your email");
    });
    await person.step("nothing goes out before the person says so (R8)", async () => {
      await person.type("Email address", "new.person@example.org");
      await person.press("Continue");
      await person.press("Send code");
    });
    await person.step("its code binds and signs in", async () => {
      await person.enterCode(await person.codeSentTo("new.person@example.org"));
      await person.sees(/signed in/);
    });
  }),
};
