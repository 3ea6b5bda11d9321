// Never run: the compiler reads here what each entry declares, without skipLibCheck.
import { createHttpAdapter } from "@guard/adapter-http";
import { endpoints } from "@guard/contract";
import { describeAdapter } from "@guard/contract/testing";
import { locales } from "@guard/locales";
import { en } from "@guard/locales/en";
import { zhCN } from "@guard/locales/zh-CN";
import { createGuard } from "@guard/machine";
import { walk } from "@guard/machine/testing";
import { createApp } from "@guard/mock-server";
import { createMockServer } from "@guard/mock-server/browser";
import { startServer } from "@guard/mock-server/node";
import { Guard } from "@guard/react";
import { tokens } from "@guard/theme";

export const all = [createHttpAdapter, endpoints, describeAdapter, locales, en, zhCN, createGuard, walk, createApp, createMockServer, startServer, Guard, tokens];
