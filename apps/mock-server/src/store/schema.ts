import type { Selectable } from "kysely";
import type { AccountTable, KnownNetworkTable, LastFactorTable, RecoveryCodeTable } from "./tables/account.ts";
import type { ApplicationSecretTable, ApplicationTable, GlobalPolicyTable, MailTemplateTable } from "./tables/application.ts";
import type { AuditHeadTable, AuditTable } from "./tables/audit.ts";
import type { AuthingKeyTable, AuthingLoginTable, AuthingPhotoTable } from "./tables/authing.ts";
import type { BindingTable, CodeTable, DeliveryWaitTable, TotpEnrolmentTable, UsedPictureTable } from "./tables/factor.ts";
import type { AdminEventTable, BucketTable, DispatchTable, IdempotencyTable } from "./tables/limits.ts";
import type { ChallengeTable, DeviceTable, SessionTable, SignInCodeTable } from "./tables/login.ts";

// Room: store. The tables stand in tables/, by what they are about.

/** The tables as Kysely sees them. */
export interface Database {
  account: AccountTable;
  application: ApplicationTable;
  applicationSecret: ApplicationSecretTable;
  globalPolicy: GlobalPolicyTable;
  binding: BindingTable;
  code: CodeTable;
  deliveryWait: DeliveryWaitTable;
  challenge: ChallengeTable;
  session: SessionTable;
  device: DeviceTable;
  idempotency: IdempotencyTable;
  recoveryCode: RecoveryCodeTable;
  totpEnrolment: TotpEnrolmentTable;
  audit: AuditTable;
  auditHead: AuditHeadTable;
  dispatch: DispatchTable;
  bucket: BucketTable;
  adminEvent: AdminEventTable;
  signInCode: SignInCodeTable;
  knownNetwork: KnownNetworkTable;
  lastFactor: LastFactorTable;
  mailTemplate: MailTemplateTable;
  usedPicture: UsedPictureTable;
  authingKey: AuthingKeyTable;
  authingLogin: AuthingLoginTable;
  authingPhoto: AuthingPhotoTable;
}

export type Account = Selectable<AccountTable>;
export type Binding = Selectable<BindingTable>;
export type TotpEnrolmentRow = Selectable<TotpEnrolmentTable>;
export type ChallengeRow = Selectable<ChallengeTable>;
export type SessionRow = Selectable<SessionTable>;
export type DeviceRow = Selectable<DeviceTable>;
export type AuditRow = Selectable<AuditTable>;
export type Bucket = Selectable<BucketTable>;
