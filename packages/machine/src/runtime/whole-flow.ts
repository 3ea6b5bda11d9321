// A chunk of its own: every transition, and what hands an effect to the adapter.
export { transition } from "../flow/index.ts";
export { perform } from "./perform.ts";
