import { fixtures } from "@guard/machine/testing";
import { semantics } from "@guard/theme";
import { createTheme } from "@guard/theme/studio";
import { useState, type ReactNode } from "react";
import type { State } from "@guard/machine";
import { StoryGuard, storyLogin } from "../../../packages/react/src/testing/story-guard.tsx";
import { codeState, failedCode } from "../../../packages/react/src/testing/code-states.ts";
import type { Worn } from "../book/worn.ts";
import { plainValue } from "../theming/plain-value.ts";
import { HeadedTable } from "../../headed-table.tsx";

interface Move {
  readonly name: string;
  readonly says: string;
  readonly from: State;
  readonly to: State;
}

const moves: readonly Move[] = [
  { name: "A step arrives", says: "160 ms, from opacity .2, so that a password manager sees its fields at once (B14).", from: fixtures.password, to: fixtures.challenge },
  { name: "A wrong code shakes", says: "Twice 4 px in 180 ms, and says why.", from: codeState(), to: failedCode({ code: "code_invalid", attemptsLeft: 4 }) },
  { name: "The button works", says: "A spinner takes the place of the words; the button keeps its width.", from: fixtures.password, to: fixtures["password.submitting"] },
  { name: "Signed in", says: "A check that draws itself in 300 ms.", from: fixtures["challenge.verifying"], to: fixtures.done },
];

const durations = createTheme().toDTCG().base;
const tokens = semantics.filter(({ kind }) => kind === "duration" || kind === "easing");

/** Each movement on the real component, played when asked for. */
export function Motion(worn: Worn): ReactNode {
  return (
    <>
      <HeadedTable columns={["Token", "Value", "For"]}>
        {tokens.map(({ name, says }) => (
          <tr key={name}>
            <td>
              <code>--guard-{name}</code>
            </td>
            <td>{plainValue(durations[name])}</td>
            <td>{says}</td>
          </tr>
        ))}
      </HeadedTable>
      {moves.map((move, index) => (
        <Played key={move.name} move={move} id={`motion-${index}`} {...worn} />
      ))}
    </>
  );
}

function Played({ move, id, ...worn }: Worn & { readonly move: Move; readonly id: string }): ReactNode {
  const [login] = useState(() => storyLogin(move.from));
  const play = (): void => {
    login.guard.show(move.from);
    // A frame apart, or the two would be one render and nothing would move.
    requestAnimationFrame(() => requestAnimationFrame(() => login.guard.show(move.to)));
  };
  return (
    <section>
      <h2>{move.name}</h2>
      <p>{move.says}</p>
      <p>
        <button type="button" onClick={play}>
          Play “{move.name}”
        </button>
      </p>
      <StoryGuard id={id} state={move.from} login={login} headingLevel={3} {...worn} />
    </section>
  );
}
