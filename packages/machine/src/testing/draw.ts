import type { StateName } from "../flow/index.ts";
import { drawMachine, edgesOf, type Chart } from "./draw-machine.ts";
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
  expired: "the challenge is older than 15 minutes, or a code to sign in with takes no more tries",
  done: "signed in",
};

/** What a move is called in a drawing: an event, or whose answer. */
export const nameOf = (event: { readonly type: string; readonly answer?: { readonly to: string } }): string => (event.answer ? `${event.answer.to} answered` : event.type);

/** docs/flow.json: the flow as data, for drawings of other kinds. */
export const flowChart = (moves: readonly Move[]): Chart<StateName> => ({
  title: "The flow",
  first: "password",
  last: "done",
  meanings,
  edges: edgesOf(moves.map(({ from, event, turn }) => ({ from: from.at, to: turn.state.at, on: nameOf(event) }))),
});

/** docs/flow.md. */
export const drawFlow = (moves: readonly Move[]): string => drawMachine(flowChart(moves));
