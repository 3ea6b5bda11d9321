import { ArgTypes, Canvas, DocsContext, Title } from "@storybook/addon-docs/blocks";
import { en } from "@guard/locales";
import { centerEn } from "@guard/locales/center";
import { use, type ReactNode } from "react";
import { SecurityCenter } from "../packages/react/src/center/security-center.tsx";
import { GuardDialog } from "../packages/react/src/dialog/guard-dialog.tsx";
import { Guard } from "../packages/react/src/guard.tsx";
import { createI18n } from "../packages/react/src/i18n/create-i18n.ts";
import { stateSays } from "../packages/react/src/testing/story-views.ts";
import { viewDocs, type ViewDocs } from "../packages/react/src/testing/view-docs/index.ts";
import { Anatomy } from "./anatomy.tsx";
import { HeadedTable } from "./headed-table.tsx";

type Component = typeof Guard | typeof SecurityCenter | typeof GuardDialog;
type Told = ReturnType<React.ContextType<typeof DocsContext>["componentStories"]>[number];

/** What stands in for the values of a sentence. */
const sample = { count: 4, target: "e•••@e•••.com", duration: "10 minutes", time: "12:42", name: "Phone", kinds: "email", first: "", second: "" };
const { t } = createI18n("en", { ...en, ...centerEn });

/** What a story says about itself, or what its name means on every view. */
function describedBy({ name, parameters }: Told): string {
  const own: unknown = parameters["docs"]?.description?.story;
  const shared = (stateSays as Readonly<Record<string, string>>)[name.replaceAll(" ", "")];
  return typeof own === "string" && own !== "" ? own : (shared ?? "");
}

/** Words with `code` in them. */
const Prose = ({ children }: { readonly children: string }): ReactNode =>
  // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence have no other name
  children.split("`").map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));

function States({ stories }: { readonly stories: readonly Told[] }): ReactNode {
  return (
    <HeadedTable columns={["Story", "What it shows"]}>
      {stories.map((story) => (
        <tr key={story.id}>
          <td><a href={`./?path=/story/${story.id}`} target="_parent">{story.name}</a></td>
          <td><Prose>{describedBy(story)}</Prose></td>
        </tr>
      ))}
    </HeadedTable>
  );
}

function Keyboard({ keys = {} }: Pick<ViewDocs, "keys">): ReactNode {
  const all = { "Tab, Shift + Tab": "In the order in which it is read; nothing is skipped and nothing traps the focus.", Enter: "Presses the focused button; in a field it submits the form.", ...keys };
  return (
    <HeadedTable columns={["Key", "What it does"]}>
      {Object.entries(all).map(([key, does]) => (
        <tr key={key}>
          <td><kbd>{key}</kbd></td>
          <td><Prose>{does}</Prose></td>
        </tr>
      ))}
    </HeadedTable>
  );
}

const List = ({ of }: { readonly of: readonly string[] }): ReactNode => <ul>{of.map((line) => <li key={line}><Prose>{line}</Prose></li>)}</ul>;

function Spoken({ polite = [], assertive = [] }: Pick<ViewDocs, "polite" | "assertive">): ReactNode {
  return (
    <>
      <p>The region is named by the step's heading, which takes the focus when the step changes. One polite and one assertive region are live, and nothing else is.</p>
      {polite.length > 0 && <h3>Politely, once</h3>}
      <List of={polite.map((key) => t(key, sample))} />
      {assertive.length > 0 && <h3>At once</h3>}
      <List of={assertive.map((key) => t(key, sample))} />
    </>
  );
}

/** A view's own page: what no story can say, what its DOM says, and where its stories are. Other components show themselves and their stories. */
export function DocsPage(): ReactNode {
  const stories = use(DocsContext).componentStories();
  const [first] = stories;
  if (!first) return null;
  const docs: ViewDocs | undefined = (viewDocs as Readonly<Record<string, ViewDocs>>)[first.title];
  return (
    <main>
      <Title>{first.title.replaceAll("/", " / ")}</Title>
      {docs && <h2>When to use</h2>}
      {docs && <p><Prose>{docs.use}</Prose></p>}
      <Anatomy>
        <Canvas of={first.moduleExport} sourceState="none" />
      </Anatomy>
      <h2>States</h2>
      <States stories={stories} />
      {docs && <ViewRest docs={docs} of={componentOf(first.title)} />}
    </main>
  );
}

/** What a host renders to have a view. */
function componentOf(title: string): Component {
  if (title === "Views/Dialog") return GuardDialog;
  return title.startsWith("Center/") ? SecurityCenter : Guard;
}

function ViewRest({ docs, of }: { readonly docs: ViewDocs; readonly of: Component }): ReactNode {
  return (
    <>
      <h2>Keyboard</h2>
      <Keyboard {...(docs.keys ? { keys: docs.keys } : {})} />
      <h2>Screen reader text</h2>
      <Spoken {...docs} />
      <h2>Do</h2>
      <List of={docs.dos} />
      <h2>Don’t</h2>
      <List of={docs.donts} />
      <h2>Props</h2>
      <ArgTypes of={of} />
    </>
  );
}
