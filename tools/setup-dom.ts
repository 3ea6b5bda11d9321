import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// A chunk's first transform on a busy machine takes longer than the library's second.
configure({ asyncUtilTimeout: 5_000 });

afterEach(cleanup);
