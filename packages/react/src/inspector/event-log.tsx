import type { InspectedTurn, Told } from "@guard/machine/inspector";
import type { ReactNode } from "react";

/** An event's name, an answer's by whose it is. */
function nameOf(event: Told): string {
  const { type, answer } = event as { readonly type: string; readonly answer?: { readonly to: string } };
  return answer ? `${answer.to} answered` : type;
}

const whatCameOfIt = ({ from, to }: InspectedTurn): string => (from === to ? `in ${to}` : `${from} → ${to}`);

/** Every turn, newest first; what was typed is dots. */
export function EventLog({ turns }: { readonly turns: readonly InspectedTurn[] }): ReactNode {
  return (
    <>
      <h3>Events</h3>
      {turns.length === 0 && <p>Nothing has happened yet.</p>}
      <ol>
        {turns.map((turn) => (
          // Its own number: a summary is an item of the list, too, where a browser counts.
          <li key={turn.number} value={turn.number}>
            <details>
              <summary>
                <code>{nameOf(turn.event)}</code> {whatCameOfIt(turn)}
              </summary>
              <pre>{JSON.stringify(turn.event, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
