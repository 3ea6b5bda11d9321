export declare const root: string;
export declare const runCommand: (
  command: readonly [tool: string, ...args: string[]],
  options?: { readonly env?: Record<string, string>; readonly cwd?: string },
) => Promise<{ readonly code: number; readonly seconds: number }>;
