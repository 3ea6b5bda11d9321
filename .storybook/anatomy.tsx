import { parts } from "@guard/theme";
import { Fragment, useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { variablesOf } from "./part-variables.ts";
import { HeadedTable } from "./headed-table.tsx";

interface Seen {
  readonly slots: readonly string[];
  /** The root's data attributes, as `name="value"`. */
  readonly root: readonly string[];
}

const nothing: Seen = { slots: [], root: [] };
const says = new Map<string, string>(parts.map((part) => [part.name, part.says]));

function look(element: Element): Seen {
  const all = [...element.querySelectorAll("[data-guard] [data-slot]")].map((found) => found.getAttribute("data-slot") ?? "");
  const root = element.querySelector("[data-guard]");
  const names = ["data-step", "data-status", "data-factor"].filter((name) => root?.hasAttribute(name));
  return { slots: [...new Set(all)], root: names.map((name) => `${name}="${root?.getAttribute(name)}"`) };
}

/** What stands in an element, as soon as its story does. */
function useSeen(element: RefObject<Element | null>): Seen {
  const [seen, see] = useState(nothing);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const update = (): void => see((before) => (JSON.stringify(look(watched)) === JSON.stringify(before) ? before : look(watched)));
    const observer = new MutationObserver(update);
    observer.observe(watched, { childList: true, subtree: true });
    update();
    return () => observer.disconnect();
  }, [element]);
  return seen;
}

/** Names beside each other; a line ends between two of them. */
const Names = ({ of }: { readonly of: readonly string[] }): ReactNode =>
  of.map((name) => (
    <Fragment key={name}>
      <code>{name}</code>{" "}
    </Fragment>
  ));

/** A story, and its parts as they stand in it: read from the DOM, so that this list can't be stale. */
export function Anatomy({ children }: { readonly children: ReactNode }): ReactNode {
  const stage = useRef<HTMLDivElement>(null);
  const { slots, root } = useSeen(stage);
  return (
    <>
      <div ref={stage}>{children}</div>
      {slots.length > 0 && <Parts slots={slots} root={root} />}
    </>
  );
}

function Parts({ slots, root }: Seen): ReactNode {
  return (
    <>
      <h2>Anatomy, slots and CSS variables</h2>
      {root.length > 0 && (
        <p>
          On the root: <Names of={root} />
        </p>
      )}
      <HeadedTable columns={["data-slot", "What it is", "Drawn with"]}>
        {slots.map((slot) => (
          <tr key={slot}>
            <td><code>{slot}</code></td>
            <td>{says.get(slot)}</td>
            <td><Names of={variablesOf(slot)} /></td>
          </tr>
        ))}
      </HeadedTable>
    </>
  );
}
