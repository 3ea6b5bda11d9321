import type { Session } from "@guard/contract";
import { nationalPhone } from "./phone.ts";

/** A user as Authing's clients know one; the fields that are not told here are null there. */
export interface AuthingUser {
  readonly id: string;
  readonly username: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly phone: string | null;
  readonly phoneCountryCode: string | null;
  readonly phoneVerified: boolean;
  readonly status: "Activated";
  readonly blocked: false;
  readonly isDeleted: false;
  /** The session's; the client keeps it as its own and sends it from then on. */
  readonly token: string;
  readonly tokenExpiredAt: string;
  /** When they proved who they are. */
  readonly lastLogin: string;
  /** The client folds this list, and fails where it is missing. */
  readonly customData: readonly never[];
  readonly identities: readonly never[];
  /** Beside the user as Authing has it, and here too, since its own SDK drops what stands beside. */
  readonly recoveryCode?: string;
}

/** Addresses are told only when they are verified. Pure. */
export function toUser({ token, expiresAt, authTime, user }: Session): AuthingUser {
  const { id, username, email, phone } = user;
  const { phone: number, phoneCountryCode } = phone === undefined ? { phone: null, phoneCountryCode: null } : nationalPhone(phone);
  return {
    id,
    username,
    email: email ?? null,
    emailVerified: email !== undefined,
    phone: number,
    phoneCountryCode,
    phoneVerified: phone !== undefined,
    status: "Activated",
    blocked: false,
    isDeleted: false,
    token,
    tokenExpiredAt: inUtc(expiresAt),
    lastLogin: inUtc(authTime),
    customData: [],
    identities: [],
  };
}

// oxlint-disable-next-line no-restricted-globals -- writes a time down and asks no clock
export const inUtc = (at: number): string => new Date(at).toISOString();
