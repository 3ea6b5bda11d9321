import type { Migration } from "kysely/migration";
import { accounts } from "./001-accounts.ts";
import { logins } from "./002-logins.ts";
import { records } from "./003-records.ts";
import { limits } from "./004-limits.ts";
import { hosts } from "./005-hosts.ts";
import { sms } from "./006-sms.ts";
import { authenticator } from "./007-authenticator.ts";
import { centre } from "./008-centre.ts";
import { activity } from "./009-activity.ts";
import { networks } from "./010-networks.ts";
import { authing } from "./011-authing.ts";
import { authingTargets } from "./012-authing-targets.ts";
import { recovery } from "./013-recovery.ts";

/** In the order of their names. A migration that was released is never edited; a change is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-accounts": accounts,
  "002-logins": logins,
  "003-records": records,
  "004-limits": limits,
  "005-hosts": hosts,
  "006-sms": sms,
  "007-authenticator": authenticator,
  "008-centre": centre,
  "009-activity": activity,
  "010-networks": networks,
  "011-authing": authing,
  "012-authing-targets": authingTargets,
  "013-recovery": recovery,
};
