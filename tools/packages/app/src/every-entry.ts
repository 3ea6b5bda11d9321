// Never run: the compiler reads here what each entry declares, without skipLibCheck.
import { createAuthingAdapter } from "@guard/adapter-authing";
import { createHttpAdapter } from "@guard/adapter-http";
import { endpoints } from "@guard/contract";
import { describeAdapter } from "@guard/contract/testing";
import { locales } from "@guard/locales";
import { en } from "@guard/locales/en";
import { loadCenterMessages } from "@guard/locales/center";
import { centerAr } from "@guard/locales/center/ar";
import { centerZhCN } from "@guard/locales/center/zh-CN";
import { ar } from "@guard/locales/ar";
import { zhCN } from "@guard/locales/zh-CN";
import { createGuard } from "@guard/machine";
import { createCenter } from "@guard/machine/center";
import { createInspection } from "@guard/machine/inspector";
import { walk } from "@guard/machine/testing";
import { createApp } from "@guard/mock-server";
import { createMockServer } from "@guard/mock-server/browser";
import { startServer } from "@guard/mock-server/node";
import { Guard } from "@guard/react";
import { SecurityCenter } from "@guard/react/center";
import { GuardDialog } from "@guard/react/dialog";
import { Inspector } from "@guard/react/inspector";
import { tokens } from "@guard/theme";
import { createTheme } from "@guard/theme/studio";

export const all = [createAuthingAdapter, createHttpAdapter, endpoints, describeAdapter, locales, en, loadCenterMessages, centerAr, centerZhCN, ar, zhCN, createGuard, createCenter, createInspection, walk, createApp, createMockServer, startServer, Guard, SecurityCenter, GuardDialog, Inspector, tokens, createTheme];
