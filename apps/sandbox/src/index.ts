export { createSandboxCredentials, envFor, type SandboxCredentials, type SandboxEnv } from "./credentials.ts";
export { type Sandbox, type SandboxOptions, startSandbox } from "./server.ts";
