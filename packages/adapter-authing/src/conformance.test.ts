import { describeAdapter, describeFaceAdapter } from "@guard/contract/testing";
import { makeHarness } from "./testing/backend.ts";

describeAdapter("adapter-authing through authing-js-sdk", makeHarness);
describeFaceAdapter("adapter-authing through authing-js-sdk, where faces are told apart", makeHarness);
