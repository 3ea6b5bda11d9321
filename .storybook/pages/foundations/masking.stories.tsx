import { fixtures } from "@guard/machine/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { maskAddress } from "../../../apps/mock-server/src/factors/email/address.ts";
import { maskPhone } from "../../../apps/mock-server/src/factors/sms/phone.ts";
import { StoryGuard } from "../../../packages/react/src/testing/story-guard.tsx";
import { BookPage } from "../book/book-page.tsx";
import { galleryMeta } from "../book/page-meta.tsx";
import { Still } from "../book/still.tsx";
import { wornBy } from "../book/worn.ts";
import { HeadedTable } from "../../headed-table.tsx";

const meta = { title: "Foundations/Masking", tags: ["!autodocs", "!test", "page", "gallery"], ...galleryMeta } satisfies Meta;
export default meta;

const addresses = ["jo@example.com", "jonathan.longname@example.com", "j@mail.example.co.uk"];
const phones = ["+8613800138088", "+447400123456", "+12125550123"];

export const Masking: StoryObj = {
  render: (_, { globals }) => (
    <BookPage title="Masking" lead="The server masks, the view shows what it got: a whole address never reaches the page.">
      <p>The number of dots is always the same, so that a length tells nothing. To a screen reader they are the word “hidden”, and not “bullet bullet bullet”.</p>
      <h2>What the reference server answers</h2>
      <HeadedTable columns={["It knows", "It says"]}>
        {[...addresses.map((whole) => [whole, maskAddress(whole)] as const), ...phones.map((whole) => [whole, maskPhone(whole)] as const)].map(([whole, masked]) => (
          <tr key={whole}>
            <td>{whole}</td>
            <td>
              <bdi dir="ltr">{masked}</bdi>
            </td>
          </tr>
        ))}
      </HeadedTable>
      <h2>On the screen</h2>
      <div className="book-split">
        <div>
          <h3>showTarget="masked", the default</h3>
          <Still {...wornBy(globals)} id="masked" state={fixtures.challenge} headingLevel={4} />
        </div>
        <div>
          <h3>showTarget="none"</h3>
          <StoryGuard {...wornBy(globals)} id="none" state={fixtures.challenge} headingLevel={4} showTarget="none" />
        </div>
      </div>
    </BookPage>
  ),
};
