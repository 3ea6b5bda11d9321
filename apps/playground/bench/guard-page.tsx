// The measured page: what a product team has to write, and nothing else.
import { createHttpAdapter } from "@guard/adapter-http";
import { Guard } from "@guard/react";
import type { ReactNode } from "react";

const adapter = createHttpAdapter({ baseUrl: "" });

export const GuardPage = (): ReactNode => <Guard adapter={adapter} app="demo" onSuccess={() => location.assign("/welcome")} />;
