import type { StateName } from "../flow/index.ts";
import type { Move } from "./walk.ts";

const meanings: { readonly [At in StateName]: string } = {
  password: "identifier and password",
  "password.submitting": "the password is judged",
  resuming: "the server is asked what became of this tab's login",
  "resuming.failed": "the server could not be asked; try again or start over",
  challenge: "a second factor is waited for; each has its own delivery, error and deadlines",
  "challenge.verifying": "a code is judged",
  bind: "an address is asked for, because none is bound",
  "bind.checking": "the address is judged; nothing is sent",
  "enrol.loading": "a secret for an authenticator app is asked for",
  "enrol.failed": "there is no secret, or not any more; try again or take another factor",
  enrol: "QR, secret and a first code; the only state that holds the secret",
  "enrol.confirming": "the first code is judged",
  face: "a picture is taken, to compare or to bind",
  "face.verifying": "the picture is judged",
  recovery: "the recovery code is asked for",
  "recovery.verifying": "the recovery code is judged",
  recoveryCode: "a new recovery code, shown once; the session is held until it is acknowledged",
  "codeSignIn.request": "sign-in by a code alone: the address",
  "codeSignIn.requesting": "a code is asked for",
  "codeSignIn.verify": "sign-in by a code alone: the code",
  "codeSignIn.verifying": "the code is judged",
  locked: "six wrong codes in a row; shows until when",
  closed: "a hundred wrong codes; only the recovery code or an administrator helps",
  expired: "the challenge is older than 15 minutes",
  done: "signed in",
};

const mermaidName = (at: StateName): string => at.replaceAll(".", "_");

/** docs/flow.md, drawn from every move of a walk over the real function (law 11). */
export function drawFlow(moves: readonly Move[]): string {
  const edges = new Map<string, Set<string>>();
  for (const { from, event, turn } of moves) {
    if (from.at === turn.state.at) continue;
    const name = event.type === "ANSWER" ? `${event.answer.to} answered` : event.type;
    const edge = `${from.at}>${turn.state.at}`;
    edges.set(edge, (edges.get(edge) ?? new Set()).add(name));
  }
  const rows = [...edges].map(([edge, events]) => {
    const [from, to] = edge.split(">") as [StateName, StateName];
    return { from, to, events: [...events].toSorted().join(", ") };
  });
  const sorted = rows.toSorted((a, b) => `${a.from}>${a.to}`.localeCompare(`${b.from}>${b.to}`));
  return [
    "<!-- Drawn from packages/machine by `npm run flow`. Do not edit: a test compares it. -->",
    "# The flow",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> password",
    ...sorted.map(({ from, to, events }) => `  ${mermaidName(from)} --> ${mermaidName(to)}: ${events}`),
    "  done --> [*]",
    "```",
    "",
    "| state | meaning |",
    "|---|---|",
    ...Object.entries(meanings).map(([at, meaning]) => `| \`${at}\` | ${meaning} |`),
    "",
    "| from | to | on |",
    "|---|---|---|",
    ...sorted.map(({ from, to, events }) => `| \`${from}\` | \`${to}\` | ${events} |`),
    "",
  ].join("\n");
}
