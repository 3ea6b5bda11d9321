import type { Meta, StoryObj } from "@storybook/react-vite";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { MessagesTable } from "./messages-table.tsx";

const meta = { title: "Foundations/Voice & messages", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

export const VoiceAndMessages: StoryObj = {
  name: "Voice & messages",
  render: () => (
    <BookPage title="Voice & messages" lead="Short sentences to one person: what happened, and what to do now. Never whose fault it was.">
      <ul>
        <li>An error says what to do: “Enter an email address like name@example.com”, not “Invalid input”.</li>
        <li>A wrong password never says which half was wrong, and a reset never says who has an account.</li>
        <li>A wait has a time: “Available in 0:42”, “Try again in 59 minutes (at 15:42)”.</li>
        <li>What a server wrote is never shown: sentences stand here, by its error’s code.</li>
        <li>
          A name in <code>{"{{braces}}"}</code> is filled in; keys that end in <code>_one</code>, <code>_other</code> and so on are one sentence in its plural forms.
        </li>
      </ul>
      <h2>Every sentence</h2>
      <p>
        Change any of them with <code>{'messages={{ "password.submit": "Log in" }}'}</code>.
      </p>
      <MessagesTable />
    </BookPage>
  ),
};
