import type { Operation } from "../endpoints.ts";
import type { Result } from "../result.ts";
import type { Harness } from "./harness.ts";
import { attempt } from "./person.ts";

/** A call of one operation with good tokens and a well-formed input. */
type DeniedCall = readonly [Operation, () => Promise<Result<unknown>>];

/** The operations an adapter may lack: a call of each one its capabilities do not promise. */
export function deniedCalls(harness: Harness, challenge: string, signedIn: Harness, session: string): DeniedCall[] {
  const { signInCode, recovery, account, trustedDevice, bind, verify } = harness.adapter.capabilities;
  const groups: readonly (readonly [promised: boolean, DeniedCall[]])[] = [
    [signInCode, signInCodeCalls(harness)],
    [recovery, recoveryCalls(harness, challenge)],
    [bind.includes("totp"), totpCalls(harness, challenge)],
    [bind.includes("face"), enrolFaceCalls(harness, challenge)],
    [verify.includes("face"), verifyFaceCalls(harness, challenge)],
    [account, [...bindingCalls(signedIn, session), ...enrolCalls(signedIn, session)]],
    [account && verify.includes("face"), stepUpFaceCalls(signedIn, session)],
    [account && bind.includes("face"), enrolAccountFaceCalls(signedIn, session)],
    [account && trustedDevice, deviceCalls(signedIn, session)],
  ];
  return groups.flatMap(([promised, calls]) => (promised ? [] : calls));
}

const code = "123456";
const image = Uint8Array.of(0xff, 0xd8, 0xff);

const signInCodeCalls = ({ adapter, app, users }: Harness): DeniedCall[] => [
  ["requestSignInCode", () => adapter.requestSignInCode({ app, identifier: users.emailBound.address }, attempt())],
  ["verifySignInCode", () => adapter.verifySignInCode({ app, identifier: users.emailBound.address, code }, attempt())],
];

const recoveryCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [
  ["verifyRecoveryCode", () => adapter.verifyRecoveryCode({ token, code: "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA" }, attempt())],
];

const totpCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [
  ["startTotp", () => adapter.startTotp({ token }, attempt())],
  ["confirmTotp", () => adapter.confirmTotp({ token, code }, attempt())],
];

const enrolFaceCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [["enrolFace", () => adapter.enrolFace({ token, image }, attempt())]];

const verifyFaceCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [["verifyFace", () => adapter.verifyFace({ token, image }, attempt())]];

const bindingCalls = ({ adapter, users }: Harness, token: string): DeniedCall[] => [
  ["listFactors", () => adapter.listFactors({ token }, attempt())],
  ["unbindFactor", () => adapter.unbindFactor({ token, id: "1" }, attempt())],
  ["sendStepUpCode", () => adapter.sendStepUpCode({ token, factor: "email", trigger: "auto" }, attempt())],
  ["stepUp", () => adapter.stepUp({ token, factor: "email", code }, attempt())],
  ["bindEmail", () => adapter.bindEmail({ token, target: users.emailBound.address }, attempt())],
  ["confirmEmail", () => adapter.confirmEmail({ token, code }, attempt())],
  ["bindPhone", () => adapter.bindPhone({ token, target: "+8613800138000" }, attempt())],
  ["confirmPhone", () => adapter.confirmPhone({ token, code }, attempt())],
];

const enrolCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [
  ["enrolTotp", () => adapter.enrolTotp({ token }, attempt())],
  ["confirmAccountTotp", () => adapter.confirmAccountTotp({ token, code }, attempt())],
  ["renewRecoveryCode", () => adapter.renewRecoveryCode({ token }, attempt())],
];

const stepUpFaceCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [["stepUpFace", () => adapter.stepUpFace({ token, image }, attempt())]];

const enrolAccountFaceCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [["enrolAccountFace", () => adapter.enrolAccountFace({ token, image }, attempt())]];

const deviceCalls = ({ adapter }: Harness, token: string): DeniedCall[] => [
  ["listDevices", () => adapter.listDevices({ token }, attempt())],
  ["revokeDevice", () => adapter.revokeDevice({ token, id: "1" }, attempt())],
];
