import type { CenterStateName } from "../../center/index.ts";
import { drawMachine, edgesOf } from "../draw-machine.ts";
import { nameOf } from "../draw.ts";
import type { CenterMove } from "./walk.ts";

const meanings: { readonly [At in CenterStateName]: string } = {
  unread: "nothing was read yet",
  loading: "the account is read: at the start, after each change, and where a change was left in the middle",
  failed: "the account could not be read; try again",
  overview: "what is bound, what can be, the recovery code, the trusted devices",
  stepUp: "a fresh proof is asked for; what it is for is kept as data and carried out after it",
  "stepUp.verifying": "the proof is judged",
  "stepUp.password": "the same by the password, where nothing is bound",
  "stepUp.checking": "the password is judged",
  bindTarget: "an address is asked for",
  "bindTarget.sending": "its code is sent",
  bindConfirm: "the code of that address is asked for",
  "bindConfirm.confirming": "the code is judged; the right one binds",
  "enrol.loading": "a secret for an authenticator app is asked for",
  "enrol.failed": "there is no secret; try again",
  enrol: "QR, secret and a first code; the only state that holds the secret",
  "enrol.confirming": "the first code is judged",
  face: "a picture is taken, to bind",
  "face.binding": "the picture is judged",
  recoveryCode: "a new recovery code, shown once; only its acknowledgement leads on",
  "unbind.confirm": "are you sure?",
  unbinding: "a factor is removed",
  "renew.confirm": "are you sure? The old recovery code, if there is one, dies",
  renewing: "a recovery code is made",
  "device.revoking": "a device is forgotten",
  locked: "six wrong codes in a row; shows until when. The session lives",
  closed: "a hundred wrong codes",
  signedOut: "the session is over",
};

/** docs/center.md. */
export const drawCenter = (moves: readonly CenterMove[]): string =>
  drawMachine({
    title: "The personal centre",
    first: "unread",
    last: "signedOut",
    meanings,
    edges: edgesOf(moves.map(({ from, event, turn }) => ({ from: from.at, to: turn.state.at, on: nameOf(event) }))),
  });
